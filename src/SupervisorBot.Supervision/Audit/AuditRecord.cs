namespace SupervisorBot.Supervision.Audit;

/// <summary>An entry that was written.</summary>
/// <param name="Sequence">Its number: 1 for the first, and one more for each further one.</param>
/// <param name="At">When it happened, to the microsecond.</param>
/// <param name="Entry">What was written.</param>
public sealed record AuditRecord(long Sequence, DateTimeOffset At, AuditEntry Entry);
