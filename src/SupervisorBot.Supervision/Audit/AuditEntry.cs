namespace SupervisorBot.Supervision.Audit;

/// <summary>
/// One stage of one act, as it is written down for good. No customer's number, password, token or Guid of the gateway ever goes into it.
/// </summary>
public sealed record AuditEntry
{
    /// <summary>What was done.</summary>
    public required AuditAct Act { get; init; }

    /// <summary>How far it came.</summary>
    public required AuditStage Stage { get; init; }

    /// <summary>Who did it.</summary>
    public required AuditActor Actor { get; init; }

    /// <summary>When it happened; null where that is when it is written.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>The agent whom it was done to, by work number.</summary>
    public int? WorkNo { get; init; }

    /// <summary>The gateway's id of the call.</summary>
    public string? CallId { get; init; }

    /// <summary>What holds the stages of one interception together.</summary>
    public Guid? OperationId { get; init; }

    /// <summary>Why, in the person's own words.</summary>
    public string? Reason { get; init; }

    /// <summary>The gateway's result code, such as <c>0</c> or <c>900-003</c>; null where it gave none.</summary>
    public string? Code { get; init; }

    /// <summary>What came of it, in a fixed word.</summary>
    public string? Outcome { get; init; }

    /// <summary>More about it, in a fixed word: why a refusal, how a monitoring ended.</summary>
    public string? Detail { get; init; }
}
