namespace SupervisorBot.Storage.Schema;

/// <summary>A call that is being taken. Its key makes a second claim impossible.</summary>
internal sealed class CallClaimRow
{
    public required string Gateway { get; init; }

    public required string Vcc { get; init; }

    public required string CallId { get; init; }

    public required Guid OperationId { get; init; }

    /// <summary>The agent id of the inspector who takes it.</summary>
    public required int AgentId { get; init; }

    /// <summary>That inspector's name.</summary>
    public required string Holder { get; init; }

    public required DateTimeOffset Until { get; init; }
}
