using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;

namespace SupervisorBot.Supervision.Tests.Desk;

/// <summary>Where the gateway sends its events in a test: HTTPS on loopback, with a certificate of its own.</summary>
internal sealed class CallbackServer : IDisposable
{
    private const string CallbackSetting = "Gateway:CallbackBaseAddress";

    private static readonly X509Certificate2 s_certificate = Certificate();

    private readonly string _trusted = Path.GetTempFileName();

    public CallbackServer() => File.WriteAllText(_trusted, s_certificate.ExportCertificatePem());

    /// <summary>The file that the gateway trusts.</summary>
    public string TrustedCertificates => _trusted;

    public (string Name, string Value)[] Settings { get; } =
        [("Gateway:EventDelivery", "Push"), (CallbackSetting, $"https://localhost:{FreePort()}/"), ("Gateway:HandshakeInterval", "00:00:05")];

    /// <summary>Listens where the configuration says that the gateway sends its events; else nowhere that anybody knows.</summary>
    public static void Listen(KestrelServerOptions kestrel, IConfiguration configuration)
    {
        if (configuration[CallbackSetting] is { } address)
        {
            kestrel.ListenLocalhost(new Uri(address).Port, listen => listen.UseHttps(s_certificate));
        }
        else
        {
            kestrel.Listen(IPAddress.Loopback, 0);
        }
    }

    public void Dispose() => File.Delete(_trusted);

    private static X509Certificate2 Certificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, critical: true));
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
