using SupervisorBot.BotFramework.Schema;

namespace SupervisorBot.BotFramework.Channel;

/// <summary>
/// The outbound port: what the bot can do in a conversation. Calls go out at once and in the order of the caller; ordered posts into a
/// thread are the work of <see cref="Threads.IThreads"/>. Every method throws <see cref="ChannelException"/> when the channel does not do it.
/// An activity whose recipient is marked (<see cref="ChannelAccount.IsTargeted"/>) is a targeted message: among all who are in the conversation only that
/// person sees it, for a day. A channel that knows no such messages refuses them, or shows them to everybody.
/// </summary>
public interface IChannel
{
    /// <summary>The same channel for callers who try again themselves: it tries each call once. A channel that never tries again is its own.</summary>
    IChannel Once => this;

    /// <summary>Posts an activity into a conversation.</summary>
    /// <param name="conversation">The conversation.</param>
    /// <param name="activity">The activity; sender and conversation are filled in where absent.</param>
    /// <param name="ct">Gives up.</param>
    Task<SentActivity> SendAsync(ConversationReference conversation, Activity activity, CancellationToken ct);

    /// <summary>Posts an activity as the answer to another one.</summary>
    /// <param name="conversation">The conversation.</param>
    /// <param name="activityId">The activity that is answered.</param>
    /// <param name="activity">The answer.</param>
    /// <param name="ct">Gives up.</param>
    Task<SentActivity> ReplyAsync(ConversationReference conversation, string activityId, Activity activity, CancellationToken ct);

    /// <summary>
    /// Puts an activity in the place of one that the bot posted before. The mark of a targeted message has to be on the new state too: the two are kept apart,
    /// and for whom it is cannot be changed.
    /// </summary>
    /// <param name="conversation">The conversation.</param>
    /// <param name="activityId">The message to change.</param>
    /// <param name="activity">Its whole new state.</param>
    /// <param name="ct">Gives up.</param>
    Task<SentActivity> UpdateAsync(ConversationReference conversation, string activityId, Activity activity, CancellationToken ct);

    /// <summary>Deletes a message of the bot.</summary>
    /// <param name="conversation">The conversation.</param>
    /// <param name="activityId">The message.</param>
    /// <param name="isTargeted">Whether it is a targeted message.</param>
    /// <param name="ct">Gives up.</param>
    Task DeleteAsync(ConversationReference conversation, string activityId, bool isTargeted, CancellationToken ct);

    /// <summary>Opens the personal conversation between the bot and one person, or finds the one there is.</summary>
    /// <param name="origin">A conversation of the same tenant and channel, which lends service URL, tenant and bot.</param>
    /// <param name="member">The person; needs the channel's own id (in Teams <c>29:…</c>).</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The personal conversation. A channel refuses with <see cref="ChannelFailure.Forbidden"/> where the bot is not installed for that person.</returns>
    Task<ConversationReference> CreateConversationAsync(ConversationReference origin, ChannelAccount member, CancellationToken ct);

    /// <summary>Everybody in a conversation, read page by page.</summary>
    /// <param name="conversation">The conversation.</param>
    /// <param name="ct">Gives up.</param>
    Task<IReadOnlyList<ChannelAccount>> GetMembersAsync(ConversationReference conversation, CancellationToken ct);

    /// <summary>One member of a conversation.</summary>
    /// <param name="conversation">The conversation.</param>
    /// <param name="memberId">The channel's id of the member.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The member, or null where the channel knows no such member (404).</returns>
    Task<ChannelAccount?> GetMemberAsync(ConversationReference conversation, string memberId, CancellationToken ct);
}
