namespace SupervisorBot.Chat.State;

/// <summary>
/// Remembers which inbound activities arrived at this node, so that a redelivered one costs nothing. A fast path in memory, and never the guarantee: what was
/// asked and done is known by supervision, under the request's id, whichever node it is delivered to. So that a crash between its arrival and its doing
/// cannot swallow a request, nothing of this outlives the process.
/// </summary>
public interface ISeenActivityStore
{
    /// <summary>Notes an activity.</summary>
    /// <param name="conversationId">Its conversation.</param>
    /// <param name="activityId">Its id there.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>False where it had been noted before.</returns>
    ValueTask<bool> TryAddAsync(string conversationId, string activityId, CancellationToken cancellationToken);
}
