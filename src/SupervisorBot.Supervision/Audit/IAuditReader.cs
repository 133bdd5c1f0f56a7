namespace SupervisorBot.Supervision.Audit;

/// <summary>Reads what was written, in the order in which it was.</summary>
public interface IAuditReader
{
    /// <summary>Reads a part.</summary>
    /// <param name="after">Only entries with a higher number; 0 for all that is kept.</param>
    /// <param name="limit">How many at most, from 1.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The entries, the oldest first; fewer than <paramref name="limit"/> where there are no more.</returns>
    /// <exception cref="Sessions.Stored.StoreUnavailableException">It cannot be read at present.</exception>
    Task<IReadOnlyList<AuditRecord>> ReadAsync(long after, int limit, CancellationToken cancellationToken);
}
