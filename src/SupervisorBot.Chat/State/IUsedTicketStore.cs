namespace SupervisorBot.Chat.State;

/// <summary>Remembers which tickets were used, on all nodes of the bot.</summary>
public interface IUsedTicketStore
{
    /// <summary>Uses a ticket.</summary>
    /// <param name="id">The ticket's number.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>False where it was used before.</returns>
    /// <exception cref="Supervision.Sessions.Stored.StoreUnavailableException">That cannot be stored at present; it is not used.</exception>
    ValueTask<bool> TryUseAsync(Guid id, CancellationToken cancellationToken);
}
