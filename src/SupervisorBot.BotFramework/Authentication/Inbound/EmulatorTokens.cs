using Microsoft.IdentityModel.JsonWebTokens;
using SupervisorBot.BotFramework.Authentication.Clouds;
using SupervisorBot.BotFramework.Authentication.Keys;
using SupervisorBot.BotFramework.Schema;

namespace SupervisorBot.BotFramework.Authentication.Inbound;

/// <summary>
/// Tokens that the bot's own registration got for itself, as the Emulator does with the bot's secret. The tenant is the configured one; what a token says of its
/// tenant is looked at only after it is proven, and never decides whom to believe.
/// </summary>
internal sealed class EmulatorTokens(CloudEndpoints cloud, string tenant, string appId, Func<Uri, SigningKeys> keys) : ITokenKind
{
    public IReadOnlyList<string> Issuers { get; } = [$"{cloud.LoginAuthority}/{tenant}/v2.0", $"{cloud.FirstVersionIssuer}{tenant}/"];

    public SigningKeys Keys { get; } = keys(new Uri($"{cloud.LoginAuthority}/{tenant}/v2.0/.well-known/openid-configuration"));

    public TokenFault? Judge(JsonWebToken token, SigningKey key, Activity activity)
    {
        if (!tenant.Equals(Claims.TextOf(token, "tid"), StringComparison.OrdinalIgnoreCase))
        {
            return TokenFault.TokenTenant;
        }

        string? caller = Claims.TextOf(token, "ver") switch
        {
            "1.0" => Claims.TextOf(token, "appid"),
            "2.0" => Claims.TextOf(token, "azp"),
            _ => null,
        };
        return appId.Equals(caller, StringComparison.OrdinalIgnoreCase) ? null : TokenFault.Caller;
    }
}
