using Microsoft.AspNetCore.Http;
using SupervisorBot.BotFramework.Schema;

namespace SupervisorBot.BotFramework.Authentication;

/// <summary>Refuses everything: an app id is configured, and there is nothing here that could check a token.</summary>
internal sealed class RefusingAuthenticator : IInboundAuthenticator
{
    public Task<InboundVerdict> AuthenticateAsync(HttpContext context, Activity activity) => Task.FromResult(InboundVerdict.Unauthorized);
}
