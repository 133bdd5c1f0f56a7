using System.Security.Cryptography.X509Certificates;
using Microsoft.Identity.Client;
using SupervisorBot.BotFramework.Authentication.Clouds;
using SupervisorBot.BotFramework.Hosting;

namespace SupervisorBot.BotFramework.Authentication.Outbound;

/// <summary>
/// Tokens of an app registration (client credentials), which proves who it is by a secret, by a certificate, or by another token: that of a managed identity, or
/// one that the platform keeps in a file (workload identity).
/// </summary>
internal sealed class AppRegistrationTokens(BotFrameworkOptions registration, CloudEndpoints cloud, IMsalHttpClientFactory clients) : ITokenSource
{
    private readonly ManagedIdentityTokens? _proof = Text(registration.MicrosoftAppManagedIdentityClientId) is { } identity
        ? new ManagedIdentityTokens(identity, cloud.ExchangeAudience, clients)
        : null;

    public async Task<IssuedToken> AcquireAsync(CancellationToken ct)
    {
        using X509Certificate2? certificate = Text(registration.MicrosoftAppCertificatePath) is null ? null : ClientCertificate.Read(registration);
        // The tokens are kept by the caller. Made anew each time, so that nothing of an old certificate stays.
        IConfidentialClientApplication application = Proven(Start(), certificate).Build();
        AuthenticationResult result = await application.AcquireTokenForClient([cloud.Scope]).WithForceRefresh(true).ExecuteAsync(ct);
        return new IssuedToken(result.AccessToken, result.ExpiresOn);
    }

    private ConfidentialClientApplicationBuilder Start() => ConfidentialClientApplicationBuilder
        .Create(Text(registration.MicrosoftAppId))
        .WithAuthority(Authority, validateAuthority: false)
        // The authority is configured: nobody else is asked whether it is one.
        .WithInstanceDiscovery(false)
        .WithLegacyCacheCompatibility(false)
        .WithHttpClientFactory(clients, retryOnceOn5xx: true);

    private ConfidentialClientApplicationBuilder Proven(ConfidentialClientApplicationBuilder application, X509Certificate2? certificate) =>
        certificate is not null ? application.WithCertificate(certificate, sendX5C: true)
        : _proof is not null ? application.WithClientAssertion(async (AssertionRequestOptions request) => (await _proof.AcquireAsync(request.CancellationToken)).Text)
        : Text(registration.MicrosoftAppFederatedTokenFile) is { } file
            ? application.WithClientAssertion(async (AssertionRequestOptions request) => (await File.ReadAllTextAsync(file, request.CancellationToken)).Trim())
            : application.WithClientSecret(registration.MicrosoftAppPassword);

    private string Authority => $"{cloud.LoginAuthority}/{(registration.IsType("MultiTenant") ? cloud.SharedTenant : Text(registration.MicrosoftAppTenantId))}";

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
