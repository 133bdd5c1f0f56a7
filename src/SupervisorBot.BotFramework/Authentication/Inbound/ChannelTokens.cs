using Microsoft.IdentityModel.JsonWebTokens;
using SupervisorBot.BotFramework.Authentication.Keys;
using SupervisorBot.BotFramework.Schema;

namespace SupervisorBot.BotFramework.Authentication.Inbound;

/// <summary>The channel's own tokens. They speak for one service URL, and their key for certain channels (Bot Connector authentication).</summary>
internal sealed class ChannelTokens(string issuer, SigningKeys keys) : ITokenKind
{
    private const string ServiceUrlClaim = "serviceurl";

    public IReadOnlyList<string> Issuers { get; } = [issuer];

    public SigningKeys Keys => keys;

    public TokenFault? Judge(JsonWebToken token, SigningKey key, Activity activity)
    {
        if (Claims.TextOf(token, ServiceUrlClaim) is not { } serviceUrl || !serviceUrl.Equals(activity.ServiceUrl, StringComparison.OrdinalIgnoreCase))
        {
            return TokenFault.ServiceUrl;
        }

        return activity.ChannelId is { Length: > 0 } channel && key.Endorsements?.Contains(channel) == true ? null : TokenFault.Endorsement;
    }
}
