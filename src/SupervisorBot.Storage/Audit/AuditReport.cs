namespace SupervisorBot.Storage.Audit;

/// <summary>What a verification found.</summary>
/// <param name="Rows">How many rows are in order, from the first that is kept.</param>
/// <param name="First">The number of the first of them; 0 where there is none.</param>
/// <param name="Head">The last of them.</param>
/// <param name="Fault">What is wrong after it; null where the audit is whole.</param>
public sealed record AuditReport(long Rows, long First, AuditHead Head, AuditFault? Fault);
