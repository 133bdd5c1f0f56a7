using SupervisorBot.Supervision.Audit;

namespace SupervisorBot.Supervision.History;

/// <summary>What was found in the audit.</summary>
/// <param name="Records">The entries, the oldest first.</param>
/// <param name="IsCut">Whether there are older ones that the limit left out.</param>
public sealed record HistoryReading(IReadOnlyList<AuditRecord> Records, bool IsCut);
