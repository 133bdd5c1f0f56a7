using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace SupervisorBot.Gateway.Http;

/// <summary>Makes the connections to the gateway: HTTP/1.1 over TLS that is always verified.</summary>
internal static class GatewayConnections
{
    /// <summary>A connection that the gateway is about to close for idleness should be ours to close first.</summary>
    private static readonly TimeSpan IdleTimeout = TimeSpan.FromSeconds(15);

    /// <summary>So that a change of the gateway's address is noticed.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    public static SocketsHttpHandler Create(GatewayOptions options) => new()
    {
        AllowAutoRedirect = false,
        ConnectTimeout = options.ConnectTimeout,
        PooledConnectionIdleTimeout = IdleTimeout,
        PooledConnectionLifetime = Lifetime,

        // Each session keeps its own cookies, and no header goes out that the specification does not name.
        UseCookies = false,
        ActivityHeadersPropagator = null,
        SslOptions = TlsOptions(options.TrustedCertificates),
    };

    private static SslClientAuthenticationOptions TlsOptions(string? trustedCertificates)
    {
        if (string.IsNullOrEmpty(trustedCertificates))
        {
            return new SslClientAuthenticationOptions();
        }

        var certificates = new X509Certificate2Collection();
        certificates.ImportFromPemFile(trustedCertificates);
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,

            // A private authority seldom publishes a list of revocations that can be reached from here.
            RevocationMode = X509RevocationMode.NoCheck,
        };
        foreach (var certificate in certificates)
        {
            var isRoot = certificate.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData);
            (isRoot ? policy.CustomTrustStore : policy.ExtraStore).Add(certificate);
        }

        return new SslClientAuthenticationOptions { CertificateChainPolicy = policy };
    }
}
