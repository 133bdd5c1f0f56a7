namespace SupervisorBot.Storage.Audit;

/// <summary>What is wrong with the audit.</summary>
/// <param name="Kind">What kind of fault it is.</param>
/// <param name="Sequence">The first row that is wrong, or missing; null where it is no row.</param>
/// <param name="Sentence">The same in words.</param>
public sealed record AuditFault(AuditFaultKind Kind, long? Sequence, string Sentence);
