using Microsoft.AspNetCore.Http;
using SupervisorBot.BotFramework.Authentication;
using SupervisorBot.BotFramework.Schema;

namespace SupervisorBot.BotFramework.Endpoint;

/// <summary>The messages endpoint's door: what comes in has to be an activity within the limits, from a sender who is let in. Whatever is not is answered here.</summary>
public interface IActivityRequests
{
    /// <summary>Reads and judges one request.</summary>
    /// <param name="context">The request.</param>
    /// <returns>The activity; null where the request was refused, which it has been told then.</returns>
    Task<Activity?> LetInAsync(HttpContext context);

    /// <summary>Answers a request whose sender was found not to be let in after all.</summary>
    /// <param name="context">The request.</param>
    /// <param name="activity">What it brought.</param>
    /// <param name="verdict">Why not.</param>
    Task RefuseAsync(HttpContext context, Activity activity, InboundVerdict verdict);
}
