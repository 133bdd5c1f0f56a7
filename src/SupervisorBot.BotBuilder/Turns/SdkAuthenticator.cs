using Microsoft.Extensions.Options;
using SupervisorBot.BotFramework.Authentication;
using SupervisorBot.BotFramework.Authentication.Clouds;
using SupervisorBot.BotFramework.Schema;

namespace SupervisorBot.BotBuilder.Turns;

/// <summary>
/// Judges a request to a registered bot before the SDK proves its token (<see cref="MessagesEndpoint"/>). It refuses what the SDK would accept and the
/// settings do not: a token that the bot's own registration got for itself, with which whoever holds its secret can speak for anybody.
/// </summary>
internal sealed class SdkAuthenticator(IOptions<ChannelTokenOptions> options) : IInboundAuthenticator
{
    private static readonly string[] s_loginServices = ["https://sts.windows.net/", "https://login.microsoftonline."];

    public Task<InboundVerdict> AuthenticateAsync(HttpContext context, Activity activity)
    {
        ArgumentNullException.ThrowIfNull(context);
        var (issuer, verdict) = ClaimedIssuer.Read(context.Request.Headers, options.Value.MaxTokenLength);
        bool isOwn = issuer is not null && s_loginServices.Any(service => issuer.StartsWith(service, StringComparison.OrdinalIgnoreCase));
        return Task.FromResult(isOwn && !options.Value.AcceptEmulatorTokens ? InboundVerdict.Unauthorized("OwnToken") : verdict);
    }
}
