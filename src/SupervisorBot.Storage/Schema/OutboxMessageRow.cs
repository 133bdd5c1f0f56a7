using SupervisorBot.Supervision.Outbox;

namespace SupervisorBot.Storage.Schema;

/// <summary>A message that waits to be sent; <see cref="OutboxRow"/> explains its parts.</summary>
internal sealed class OutboxMessageRow
{
    /// <summary>Given out while the thread is locked: within a thread the order of ids is the order of commits.</summary>
    public long Id { get; init; }

    public required string Thread { get; init; }

    public required string Tenant { get; init; }

    public required OutboxKind Kind { get; init; }

    public required string? Key { get; init; }

    public required int Rank { get; init; }

    public required bool IsLast { get; init; }

    public required bool OnlyIfShown { get; init; }

    public required string Message { get; init; }

    public required int Version { get; init; }

    public required int Attempts { get; init; }

    public required int Unanswered { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset DueAt { get; init; }
}
