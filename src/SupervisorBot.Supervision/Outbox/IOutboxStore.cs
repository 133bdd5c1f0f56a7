namespace SupervisorBot.Supervision.Outbox;

/// <summary>
/// Messages that wait to be sent, and where the live messages stand. Sessions store messages together with their own state
/// (<see cref="Sessions.Stored.ISessionStore.CommitAsync"/>); whoever has no state to store adds them here. Changes under a lease count only while it is the
/// thread's current one: every method that takes one answers false, and changes nothing, where it is not.
/// </summary>
public interface IOutboxStore
{
    /// <summary>
    /// Adds messages, all or none, in their order. A <see cref="OutboxKind.Show"/> takes the place of a waiting one of the same key (one version more, its age
    /// counted anew, its failures kept), unless that is of a higher rank (then it is dropped). Behind the last state of a live message it waits as a new one, whatever the ranks. It is
    /// dropped too where a state of a higher rank is shown already, and, with <see cref="OutboxEntry.OnlyIfShown"/>, where nothing of its key is shown or waits.
    /// One that takes the place of a message that was to be sent in any case is sent in any case, and where the other waited in another thread, it waits there.
    /// </summary>
    /// <param name="entries">The messages.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="OutboxFullException">So many wait already that none of these was taken.</exception>
    Task AddAsync(IReadOnlyList<OutboxEntry> entries, CancellationToken cancellationToken);

    /// <summary>Takes or prolongs a thread's lease.</summary>
    /// <param name="thread">The thread.</param>
    /// <param name="owner">Who wants to send.</param>
    /// <param name="length">For how long.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The lease; the current one of another owner where that has not ended.</returns>
    Task<ThreadLease> LeaseAsync(string thread, string owner, TimeSpan length, CancellationToken cancellationToken);

    /// <summary>Gives a lease back, where it still is the thread's.</summary>
    /// <param name="lease">The lease.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task ReleaseAsync(ThreadLease lease, CancellationToken cancellationToken);

    /// <summary>
    /// A thread's waiting messages in the order of sending: first what is a new message (posts, and shows whose live message does not stand yet), then the
    /// edits, each in the order of their ids. Those that are due later are among them.
    /// </summary>
    /// <param name="thread">The thread.</param>
    /// <param name="limit">The largest number wanted.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IReadOnlyList<OutboxRow>> ReadAsync(string thread, int limit, CancellationToken cancellationToken);

    /// <summary>
    /// A message was sent. It is removed, unless a newer state took its place meanwhile: then that stays and is sent next. Where it is a live message,
    /// <paramref name="shown"/> is noted, or forgotten with the last state, in the same step; not where the key was taken over by another message since
    /// the reading (what is noted now is not <see cref="OutboxRow.Shown"/>).
    /// </summary>
    /// <param name="row">The message as it was read.</param>
    /// <param name="shown">Where its live message stands now; null for a post, and where nothing is to be noted or forgotten.</param>
    /// <param name="lease">The sender's lease.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<bool> SettleAsync(OutboxRow row, ShownMessage? shown, ThreadLease lease, CancellationToken cancellationToken);

    /// <summary>A sending failed and is tried again later. It counts against the message even where a newer state took its place meanwhile.</summary>
    /// <param name="row">The message as it was read.</param>
    /// <param name="dueAt">When to try again.</param>
    /// <param name="unanswered">Whether a new message went out without an answer, so that it may stand in the thread; see <see cref="OutboxRow.Unanswered"/>.</param>
    /// <param name="lease">The sender's lease.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<bool> DelayAsync(OutboxRow row, DateTimeOffset dueAt, bool unanswered, ThreadLease lease, CancellationToken cancellationToken);

    /// <summary>
    /// A message is given up: it is kept as a dead letter, for whoever looks after the bot, until it is purged. A newer state that took its place meanwhile stays.
    /// </summary>
    /// <param name="row">The message as it was read.</param>
    /// <param name="reason">Why, in a word; no text of a message.</param>
    /// <param name="lease">The sender's lease.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<bool> BuryAsync(OutboxRow row, string reason, ThreadLease lease, CancellationToken cancellationToken);

    /// <summary>The threads that have a message due.</summary>
    /// <param name="now">The time.</param>
    /// <param name="limit">The largest number wanted.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IReadOnlyList<string>> FindDueAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken);

    /// <summary>Where a live message stands, or null.</summary>
    /// <param name="key">Names the live message.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<ShownMessage?> FindShownAsync(string key, CancellationToken cancellationToken);

    /// <summary>Notes where a live message stands; it takes the place of what was noted before.</summary>
    /// <param name="shown">The live message.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task PutShownAsync(ShownMessage shown, CancellationToken cancellationToken);

    /// <summary>Forgets where a live message stands, where it still is that message.</summary>
    /// <param name="key">Names the live message.</param>
    /// <param name="activityId">The message.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task RemoveShownAsync(string key, string activityId, CancellationToken cancellationToken);
}
