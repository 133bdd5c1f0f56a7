using SupervisorBot.Supervision.Desk;

namespace SupervisorBot.Supervision.Agents;

/// <summary>The calls of one agent at a moment.</summary>
/// <param name="WorkNo">The agent's work number.</param>
/// <param name="Agent">The agent, where the roster knows them.</param>
/// <param name="Calls">The calls, the longest first.</param>
/// <param name="AsOf">When the gateway was read.</param>
/// <param name="Refusal">Why nothing was asked of the gateway.</param>
/// <param name="Problem">Why the gateway did not tell.</param>
[GenerateSerializer, Immutable]
public sealed record CallsView(
    int WorkNo, AgentView? Agent, IReadOnlyList<CallView> Calls, DateTimeOffset AsOf, Refusal? Refusal = null, Problem? Problem = null);
