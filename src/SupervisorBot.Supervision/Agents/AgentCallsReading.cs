namespace SupervisorBot.Supervision.Agents;

/// <summary>The calls of one agent as they were just read.</summary>
/// <param name="WorkNo">The agent's work number.</param>
/// <param name="Calls">The calls.</param>
[GenerateSerializer, Immutable]
public sealed record AgentCallsReading(int WorkNo, IReadOnlyList<AgentCallState> Calls);
