using Microsoft.Identity.Client;
using Microsoft.Identity.Client.AppConfig;

namespace SupervisorBot.BotFramework.Authentication.Outbound;

/// <summary>Tokens of a managed identity, which the machine gives that the bot runs on.</summary>
/// <param name="clientId">The identity's client id.</param>
/// <param name="resource">What the tokens are for.</param>
/// <param name="clients">The HTTP client.</param>
internal sealed class ManagedIdentityTokens(string clientId, string resource, IMsalHttpClientFactory clients) : ITokenSource
{
    private readonly IManagedIdentityApplication _application = ManagedIdentityApplicationBuilder
        .Create(ManagedIdentityId.WithUserAssignedClientId(clientId))
        .WithHttpClientFactory(clients)
        .Build();

    public async Task<IssuedToken> AcquireAsync(CancellationToken ct)
    {
        AuthenticationResult result = await _application.AcquireTokenForManagedIdentity(resource).WithForceRefresh(true).ExecuteAsync(ct);
        return new IssuedToken(result.AccessToken, result.ExpiresOn);
    }
}
