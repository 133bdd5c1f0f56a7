namespace SupervisorBot.Supervision.Sessions.Stored;

/// <summary>Where sessions and their interceptions are kept. It decides who came first; nothing else does.</summary>
public interface ISessionStore
{
    /// <summary>Takes a session over: raises its epoch, so that no earlier opening can store anything any more, and reads what is stored.</summary>
    /// <param name="agentId">The inspector's agent id.</param>
    /// <param name="node">Names the node that opens it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<StoredSession> OpenAsync(int agentId, string node, CancellationToken cancellationToken);

    /// <summary>Stores what a turn changed: all of it, or nothing.</summary>
    /// <param name="commit">The change.</param>
    /// <param name="cancellationToken">Gives up waiting; a change that has begun is carried through.</param>
    /// <exception cref="StoreOutcomeUnknownException">It may be stored, or not: the same commit is to be tried again.</exception>
    /// <exception cref="StoreUnavailableException">This try stored nothing.</exception>
    Task<CommitResult> CommitAsync(SessionCommit commit, CancellationToken cancellationToken);

    /// <summary>Gives a session back, so that another node looks after it; nothing happens where it was taken over already.</summary>
    /// <param name="agentId">The inspector's agent id.</param>
    /// <param name="epoch">The epoch that it was opened with.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task ReleaseAsync(int agentId, long epoch, CancellationToken cancellationToken);

    /// <summary>The sessions that have to be looked after: those that are awake, and those with an undecided interception.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IReadOnlyList<SessionOwner>> FindAwakeAsync(CancellationToken cancellationToken);

    /// <summary>The answer given to a request, or null where it was never handled.</summary>
    /// <param name="requestId">The request's id.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<HandledRequest?> FindHandledAsync(string requestId, CancellationToken cancellationToken);

    /// <summary>The inspector whose interception it is, or null.</summary>
    /// <param name="operationId">The interception's operation id.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<int?> FindInspectorAsync(Guid operationId, CancellationToken cancellationToken);
}
