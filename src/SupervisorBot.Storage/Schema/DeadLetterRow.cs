using SupervisorBot.Supervision.Outbox;

namespace SupervisorBot.Storage.Schema;

/// <summary>A message that was given up.</summary>
internal sealed class DeadLetterRow
{
    /// <summary>The id that it had while it waited.</summary>
    public required long Id { get; init; }

    public required string Thread { get; init; }

    public required string Tenant { get; init; }

    public required OutboxKind Kind { get; init; }

    public required string? Key { get; init; }

    public required string Message { get; init; }

    public required int Attempts { get; init; }

    public required string Reason { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset BuriedAt { get; init; }
}
