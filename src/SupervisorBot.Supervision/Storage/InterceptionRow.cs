using SupervisorBot.Supervision.Interception;
using SupervisorBot.Supervision.Interception.Stored;

namespace SupervisorBot.Supervision.Storage;

/// <summary>An interception as a row: what is searched for in columns of its own, all of it in <see cref="Record"/>.</summary>
internal sealed class InterceptionRow
{
    /// <summary>The operation's id; its uniqueness makes a second proposal of the same operation impossible.</summary>
    public required Guid OperationId { get; init; }

    /// <summary>The agent id of the inspector who asked.</summary>
    public required int AgentId { get; init; }

    public required InterceptionStep Step { get; init; }

    public required InterceptionOutcome? Outcome { get; init; }

    /// <summary>A change is stored only over the version before it.</summary>
    public required int Version { get; init; }

    public required DateTimeOffset ProposedAt { get; init; }

    public required DateTimeOffset? DecidedAt { get; init; }

    /// <summary>The interception, as <see cref="InterceptionDocument"/> writes it.</summary>
    public required string Record { get; init; }

    public static InterceptionRow Of(InterceptionRecord record) => new()
    {
        OperationId = record.View.OperationId,
        AgentId = record.View.Inspector.AgentId,
        Step = record.View.Step,
        Outcome = record.View.Outcome,
        Version = record.Version,
        ProposedAt = record.View.ProposedAt,
        DecidedAt = record.View.DecidedAt,
        Record = InterceptionDocument.Write(record),
    };
}
