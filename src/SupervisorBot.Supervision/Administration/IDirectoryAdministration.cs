using SupervisorBot.Supervision.Audit;
using SupervisorBot.Supervision.Inspectors;

namespace SupervisorBot.Supervision.Administration;

/// <summary>Looks at the directory, and changes it for those who may.</summary>
public interface IDirectoryAdministration
{
    /// <summary>The directory as it is now.</summary>
    /// <exception cref="Sessions.Stored.StoreUnavailableException">It cannot be read at present.</exception>
    ValueTask<DirectoryContents> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Makes one change; it counts on every node from the next question on. It is written into the audit together with the directory.</summary>
    /// <param name="administrator">Who wants it; whether they may is looked up in the directory that is changed.</param>
    /// <param name="edit">What shall change.</param>
    /// <param name="actor">The same person, as the audit knows them.</param>
    /// <param name="cancellationToken">Gives up waiting; what has begun is carried through.</param>
    Task<EditAnswer> ChangeAsync(Inspector administrator, DirectoryEdit edit, AuditActor actor, CancellationToken cancellationToken);
}
