using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace SupervisorBot.Benchmarks.Servers;

/// <summary>An HTTP client as plain as can be, for what is measured beside the bot.</summary>
internal static class GatewayClient
{
    public static HttpClient Trusting(string certificates, Uri gateway)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.ImportFromPemFile(certificates);
        return new HttpClient(new SocketsHttpHandler
        {
            UseCookies = false,
            UseProxy = false,
            SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = policy },
        })
        { BaseAddress = gateway };
    }
}
