using SupervisorBot.Supervision.Interception;

namespace SupervisorBot.Storage.Schema;

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

    /// <summary>The interception, as <see cref="Supervision.Interception.Stored.InterceptionDocument"/> writes it.</summary>
    public required string Record { get; init; }
}
