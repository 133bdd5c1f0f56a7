namespace SupervisorBot.Supervision.History;

/// <summary>Which entries of the audit are wanted.</summary>
/// <param name="From">From then on.</param>
/// <param name="To">Before then.</param>
/// <param name="AgentId">Only those of the inspector with this agent id; null for everybody's.</param>
/// <param name="WorkNumbers">Only those on these agents; null for all agents.</param>
/// <param name="Limit">How many at most, from 1.</param>
public sealed record HistoryFilter(DateTimeOffset From, DateTimeOffset To, int? AgentId, IReadOnlyCollection<int>? WorkNumbers, int Limit);
