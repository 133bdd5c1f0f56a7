using SupervisorBot.Supervision.Audit;
using SupervisorBot.Supervision.Interception;
using SupervisorBot.Supervision.Outbox;

namespace SupervisorBot.Supervision.Sessions.Stored;

/// <summary>What one turn of a session changes: stored together, or not at all.</summary>
/// <param name="AgentId">The inspector's agent id.</param>
/// <param name="Epoch">The epoch that the session was opened with.</param>
public sealed record SessionCommit(int AgentId, long Epoch)
{
    /// <summary>Names the commit: tried again after its answer was lost, the same one is stored once.</summary>
    public Guid Id { get; init; } = Guid.NewGuid();

    /// <summary>The session, where it changed.</summary>
    public SessionSnapshot? Session { get; init; }

    /// <summary>The interceptions that changed. Version 1 is an insert that succeeds once for an operation id; a higher one succeeds only over the version before it.</summary>
    public IReadOnlyList<InterceptionRecord> Interceptions { get; init; } = [];

    /// <summary>The request that this turn answers.</summary>
    public HandledRequest? Handled { get; init; }

    /// <summary>The interceptions whose calls are free again.</summary>
    public IReadOnlyList<Guid> ReleasedClaims { get; init; } = [];

    /// <summary>The messages that tell of it, added as <see cref="IOutboxStore.AddAsync"/> does.</summary>
    public IReadOnlyList<OutboxEntry> Messages { get; init; } = [];

    /// <summary>What is written down of it for good, as <see cref="IAuditTrail.AppendAsync"/> does.</summary>
    public IReadOnlyList<AuditEntry> Audit { get; init; } = [];
}
