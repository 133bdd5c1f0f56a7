namespace SupervisorBot.Chat.State;

/// <summary>Remembers which inbound activities were handled, so that a redelivered one does nothing twice.</summary>
public interface ISeenActivityStore
{
    /// <summary>Notes an activity.</summary>
    /// <param name="conversationId">Its conversation.</param>
    /// <param name="activityId">Its id there.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>False where it had been noted before.</returns>
    ValueTask<bool> TryAddAsync(string conversationId, string activityId, CancellationToken cancellationToken);
}
