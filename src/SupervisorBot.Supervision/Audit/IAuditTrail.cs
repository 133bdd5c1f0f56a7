namespace SupervisorBot.Supervision.Audit;

/// <summary>
/// Where acts are written down that no session's turn stores: refusals, changes of the settings. What a session does is written by its own turn, together with
/// all else that the turn changes (<see cref="Sessions.Stored.SessionCommit.Audit"/>).
/// </summary>
public interface IAuditTrail
{
    /// <summary>Writes entries, one after the other and all or none. What is written is not changed any more.</summary>
    /// <param name="entries">The entries; none writes nothing.</param>
    /// <param name="cancellationToken">Gives up waiting; what has begun is carried through.</param>
    /// <exception cref="Sessions.Stored.StoreOutcomeUnknownException">They may be written, or not.</exception>
    /// <exception cref="Sessions.Stored.StoreUnavailableException">Nothing was written.</exception>
    Task AppendAsync(IReadOnlyList<AuditEntry> entries, CancellationToken cancellationToken);
}
