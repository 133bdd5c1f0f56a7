namespace SupervisorBot.Supervision.Interception;

/// <summary>Where interceptions are written before each outward step is taken.</summary>
public interface IInterceptionJournal
{
    /// <summary>An inspector's interceptions that are undecided, or were decided within the outcome's lifetime.</summary>
    /// <param name="agentId">The inspector's agent id.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IReadOnlyList<InterceptionRecord>> LoadAsync(int agentId, CancellationToken cancellationToken);

    /// <summary>The agent ids of the inspectors who have an interception that is not decided yet.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IReadOnlyList<int>> FindOpenAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Stores a change. Version 1 is an insert that succeeds once for an operation id; a higher one succeeds only over the version before it.
    /// </summary>
    /// <param name="record">The interception as it shall be.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>False when somebody else stored that version first: the change must not take effect.</returns>
    Task<bool> TrySaveAsync(InterceptionRecord record, CancellationToken cancellationToken);

    /// <summary>The inspector whose interception it is.</summary>
    /// <param name="operationId">The interception's operation id.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The inspector's agent id, or null when no such interception is stored.</returns>
    Task<int?> FindOwnerAsync(Guid operationId, CancellationToken cancellationToken);
}
