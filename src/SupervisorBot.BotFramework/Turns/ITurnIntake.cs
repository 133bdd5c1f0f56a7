using Microsoft.AspNetCore.Http;
using SupervisorBot.BotFramework.Schema;

namespace SupervisorBot.BotFramework.Turns;

/// <summary>
/// Takes in activities that were let in, whichever edge they came through, and has the <see cref="ITurnHandler"/> handle them: a message in its conversation's
/// order and once, an invoke in line and in time. Nothing that a turn posts into its own thread leaves before the request that brought it is answered.
/// </summary>
public interface ITurnIntake
{
    /// <summary>Takes one activity. It ends as soon as the answer is known, which for a message is at once.</summary>
    /// <param name="request">The request that brought it, whose answer is still to be written.</param>
    /// <param name="activity">The activity; its sender is proven.</param>
    Task<TurnAnswer> TakeAsync(HttpContext request, Activity activity);
}
