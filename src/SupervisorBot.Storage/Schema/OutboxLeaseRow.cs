namespace SupervisorBot.Storage.Schema;

/// <summary>Who may send a thread's messages.</summary>
internal sealed class OutboxLeaseRow
{
    public required string Thread { get; init; }

    public required string Owner { get; init; }

    public required DateTimeOffset Until { get; init; }
}
