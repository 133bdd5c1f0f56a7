using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SupervisorBot.GatewaySimulator;

/// <summary>The private CA of one run and the server certificates it signed, good ones and bad ones. They live in memory only.</summary>
internal sealed class RunCertificate : IDisposable
{
    private readonly IPAddress listenAddress;
    private readonly Lock gate = new();
    private readonly Dictionary<ServedCertificate, X509Certificate2> made = [];
    private readonly X509Certificate2 authority;
    private X509Certificate2 served;

    /// <summary>Makes the CA and the usual certificate. Their validity follows the machine's clock, whatever time the simulator keeps: TLS knows no other.</summary>
    public RunCertificate(IPAddress listenAddress)
    {
        this.listenAddress = listenAddress;
        authority = MakeAuthority("CN=SupervisorBot gateway simulator (this run)");
        AuthorityPem = authority.ExportCertificatePem() + "\n";
        made[ServedCertificate.Usual] = served = Make(ServedCertificate.Usual);
    }

    public string AuthorityPem { get; }

    /// <summary>What new connections are shown.</summary>
    public X509Certificate2 Served => Volatile.Read(ref served);

    public void Serve(ServedCertificate which)
    {
        lock (gate)
        {
            if (!made.TryGetValue(which, out var certificate))
            {
                made[which] = certificate = Make(which);
            }

            Volatile.Write(ref served, certificate);
        }
    }

    /// <summary>Serves a certificate of somebody else's making, which stays theirs to dispose.</summary>
    public void Serve(X509Certificate2 certificate) => Volatile.Write(ref served, certificate);

    public void Dispose()
    {
        lock (gate)
        {
            foreach (var certificate in made.Values)
            {
                certificate.Dispose();
            }
        }

        authority.Dispose();
    }

    private static X509Certificate2 MakeAuthority(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        var now = DateTimeOffset.UtcNow;
        return request.CreateSelfSigned(now.AddDays(-30), now.AddDays(30));
    }

    private X509Certificate2 Make(ServedCertificate which)
    {
        var until = DateTimeOffset.UtcNow.AddDays(which == ServedCertificate.Expired ? -1 : 29);
        using var stranger = which == ServedCertificate.UnknownAuthority ? MakeAuthority("CN=A CA that nobody knows") : null;
        var signer = stranger ?? authority;
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var signed = ServerRequest(key, signer, which == ServedCertificate.OtherHost)
            .Create(signer, DateTimeOffset.UtcNow.AddDays(-29), until, RandomNumberGenerator.GetBytes(16));
        using var withKey = signed.CopyWithPrivateKey(key);
        // Through PKCS #12, because Windows cannot serve TLS with an ephemeral key.
        return X509CertificateLoader.LoadPkcs12(withKey.Export(X509ContentType.Pkcs12), null);
    }

    private CertificateRequest ServerRequest(ECDsa key, X509Certificate2 signer, bool isForOtherHost)
    {
        var request = new CertificateRequest(isForOtherHost ? "CN=gateway.example" : "CN=localhost", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(isForOtherHost ? OtherNames() : OwnNames());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(signer, true, false));
        return request;
    }

    private X509Extension OwnNames()
    {
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddDnsName(Environment.MachineName);
        foreach (var address in new HashSet<IPAddress> { IPAddress.Loopback, IPAddress.IPv6Loopback, listenAddress })
        {
            names.AddIpAddress(address);
        }

        return names.Build();
    }

    private static X509Extension OtherNames()
    {
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("gateway.example");
        return names.Build();
    }
}
