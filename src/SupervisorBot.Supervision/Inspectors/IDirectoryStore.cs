using SupervisorBot.Supervision.Audit;

namespace SupervisorBot.Supervision.Inspectors;

/// <summary>Keeps the directory for <see cref="DirectorySource.Database"/>.</summary>
public interface IDirectoryStore
{
    /// <summary>The number of the last change; 0 while nothing was ever put in.</summary>
    /// <exception cref="Sessions.Stored.StoreUnavailableException">It cannot be read at present.</exception>
    Task<long> ReadVersionAsync(CancellationToken cancellationToken);

    /// <summary>All of it, as it was at one moment.</summary>
    /// <exception cref="Sessions.Stored.StoreUnavailableException">It cannot be read at present.</exception>
    Task<DirectoryContents> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Puts the next version in the place of one that was read, and writes the audit of it, both or neither.</summary>
    /// <param name="before">What was read.</param>
    /// <param name="after">What shall be in its place, with the next number.</param>
    /// <param name="audit">What was done by whom.</param>
    /// <param name="cancellationToken">Gives up waiting; what has begun is carried through.</param>
    /// <returns>False where another version is there by now: nothing was changed.</returns>
    /// <exception cref="Sessions.Stored.StoreOutcomeUnknownException">It may be changed, or not.</exception>
    /// <exception cref="Sessions.Stored.StoreUnavailableException">Nothing was changed.</exception>
    Task<bool> TryChangeAsync(DirectoryContents before, DirectoryContents after, IReadOnlyList<AuditEntry> audit, CancellationToken cancellationToken);
}
