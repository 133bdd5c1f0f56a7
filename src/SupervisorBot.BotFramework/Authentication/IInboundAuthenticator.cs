using Microsoft.AspNetCore.Http;
using SupervisorBot.BotFramework.Schema;

namespace SupervisorBot.BotFramework.Authentication;

/// <summary>Decides whether a request to the messages endpoint comes from the channel. Register one after <c>AddBotFramework</c> to replace the default.</summary>
public interface IInboundAuthenticator
{
    /// <summary>Judges one request.</summary>
    /// <param name="context">The request.</param>
    /// <param name="activity">Its body, as parsed; nothing in it is proven yet.</param>
    Task<InboundVerdict> AuthenticateAsync(HttpContext context, Activity activity);
}
