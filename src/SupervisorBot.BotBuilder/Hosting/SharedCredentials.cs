using System.Collections.Concurrent;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Rest;

namespace SupervisorBot.BotBuilder.Hosting;

/// <summary>
/// Gives the same credentials again for the same purpose. The SDK would make new ones for each turn, and new ones know no token: the bot would log in for
/// every single post.
/// </summary>
internal sealed class SharedCredentials(ServiceClientCredentialsFactory inner) : ServiceClientCredentialsFactory
{
    private readonly ConcurrentDictionary<(string AppId, string Audience, string LoginEndpoint, bool ValidateAuthority), Task<ServiceClientCredentials>> _made = new();

    public override Task<bool> IsValidAppIdAsync(string appId, CancellationToken cancellationToken) => inner.IsValidAppIdAsync(appId, cancellationToken);

    public override Task<bool> IsAuthenticationDisabledAsync(CancellationToken cancellationToken) => inner.IsAuthenticationDisabledAsync(cancellationToken);

    public override Task<ServiceClientCredentials> CreateCredentialsAsync(
        string appId, string audience, string loginEndpoint, bool validateAuthority, CancellationToken cancellationToken) =>
        _made.GetOrAdd(
            (appId ?? "", audience ?? "", loginEndpoint ?? "", validateAuthority),
            static (_, make) => make(),
            () => inner.CreateCredentialsAsync(appId, audience, loginEndpoint, validateAuthority, CancellationToken.None));
}
