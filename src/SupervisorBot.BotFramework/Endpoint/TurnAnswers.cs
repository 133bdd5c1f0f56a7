using Microsoft.AspNetCore.Http;
using SupervisorBot.BotFramework.Turns;

namespace SupervisorBot.BotFramework.Endpoint;

/// <summary>Writes the answer to an activity as an HTTP answer.</summary>
public static class TurnAnswers
{
    /// <summary>Writes it.</summary>
    /// <param name="context">The request that brought the activity.</param>
    /// <param name="answer">The answer.</param>
    public static Task WriteAsync(this HttpContext context, TurnAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(answer);
        return answer switch
        {
            { Refusal: { } refusal } => context.WriteAsync(refusal),
            { Replies: { } replies } => context.WriteAsync(new ExpectedReplies(replies, answer.Invoke?.Body)),
            { Invoke: { } invoke } => context.WriteAsync(invoke),
            _ => Taken(context),
        };
    }

    private static Task Taken(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status200OK;
        return Task.CompletedTask;
    }
}
