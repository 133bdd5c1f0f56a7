using SupervisorBot.BotFramework.Channel;
using SupervisorBot.BotFramework.Schema;

namespace SupervisorBot.BotFramework.Threads;

/// <summary>
/// Ordered posts into threads, above any <see cref="IChannel"/>. Posts and edits of one conversation leave in the order in which they
/// were handed over, one at a time; a failed one does not stop those behind it. While a thread is held, everything of it waits.
/// </summary>
public interface IThreads
{
    /// <summary>
    /// Posts an activity into a thread, in its turn. The task ends when the channel took it. Called from within an invoke's turn, on
    /// that invoke's own thread, it ends at once with a pending result, since the post leaves only after the invoke's answer.
    /// </summary>
    /// <param name="conversation">The thread.</param>
    /// <param name="activity">The activity.</param>
    /// <param name="ct">Gives up waiting. What is queued already is still sent.</param>
    /// <exception cref="ChannelException">
    /// The channel did not take it, or the thread's queue is full (<see cref="ChannelFailure.Unavailable"/> without a status).
    /// </exception>
    Task<SentActivity> PostAsync(ConversationReference conversation, Activity activity, CancellationToken ct);

    /// <summary>Edits a message of the bot, in its turn; otherwise like <see cref="PostAsync"/>.</summary>
    /// <param name="conversation">The thread.</param>
    /// <param name="activityId">The message to change.</param>
    /// <param name="activity">Its whole new state.</param>
    /// <param name="ct">Gives up waiting. What is queued already is still sent.</param>
    /// <exception cref="ChannelException">The channel did not take it, or the thread's queue is full.</exception>
    Task<SentActivity> EditAsync(ConversationReference conversation, string activityId, Activity activity, CancellationToken ct);

    /// <summary>
    /// Does something at the channel in the thread's turn: after what was handed over before, not while the thread is held, and once the channel's limits let
    /// a message leave. What is sent is decided only then, so that it can be the newest there is. Not for use within an invoke's own turn, which it would
    /// wait for.
    /// </summary>
    /// <param name="conversation">The thread.</param>
    /// <param name="work">Sends one message, or none. The channel that it is given tries once.</param>
    /// <param name="ct">Gives up: work that has not begun does not begin any more, work under way is told to end.</param>
    /// <exception cref="ChannelException">The work threw it, or the thread's queue is full.</exception>
    Task RunAsync(ConversationReference conversation, Func<IChannel, CancellationToken, Task> work, CancellationToken ct);

    /// <summary>Whether a thread is held back at the moment.</summary>
    /// <param name="conversationId">The thread's conversation id.</param>
    bool IsHeld(string conversationId);

    /// <summary>
    /// Holds a thread back: what is handed over waits until every hold of the thread is released. The messages endpoint does it for
    /// every invoke by itself. A hold that is never released ends by itself after <c>BotFramework:HoldLimit</c>.
    /// </summary>
    /// <param name="conversationId">The thread's conversation id.</param>
    IThreadHold Hold(string conversationId);
}
