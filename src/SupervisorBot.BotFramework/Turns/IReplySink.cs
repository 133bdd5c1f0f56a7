using SupervisorBot.BotFramework.Channel;
using SupervisorBot.BotFramework.Schema;

namespace SupervisorBot.BotFramework.Turns;

/// <summary>Answers to one turn: through the thread's queue, or in the HTTP answer where the sender asked for that.</summary>
public interface IReplySink
{
    /// <summary>
    /// Sends an answer into the turn's conversation. In an ordinary turn the task ends when the channel has it. In an invoke turn
    /// nothing leaves before the invoke's own HTTP answer, so the task ends as soon as the answer is queued; the result is then
    /// pending (<see cref="SentActivity.IsPending"/>), has no id yet, and tells the rest in <see cref="SentActivity.Delivery"/>,
    /// which must not be awaited within the turn. Under <c>expectReplies</c> there is no id at all.
    /// </summary>
    /// <param name="reply">The answer; sender, recipient and conversation are filled in.</param>
    /// <param name="ct">Gives up waiting. What is queued already is still sent.</param>
    /// <exception cref="ChannelException">The channel did not take it.</exception>
    Task<SentActivity> SendAsync(Activity reply, CancellationToken ct);
}
