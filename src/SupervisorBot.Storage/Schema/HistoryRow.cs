namespace SupervisorBot.Storage.Schema;

/// <summary>
/// Where in the audit an entry of the history stands, by what it is looked for. It is no part of what is signed: what an entry says is read from the audit.
/// </summary>
internal sealed class HistoryRow
{
    /// <summary>The number of the entry in the audit.</summary>
    public required long Sequence { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The inspector who did it.</summary>
    public required int? AgentId { get; init; }

    /// <summary>The agent whom it was done to.</summary>
    public required int? WorkNo { get; init; }

    public required Guid? OperationId { get; init; }
}
