using SupervisorBot.Chat.Agents;
using SupervisorBot.Supervision.Agents;

namespace SupervisorBot.Chat.Boards;

/// <summary>
/// The most urgent agents first: those who have had a customer on hold for long, then long calls, then who is monitored, then other calls, then those who
/// are being connected, in wrap-up, busy, resting, idle; among equals the one for whom it has lasted the longest.
/// </summary>
internal static class BoardOrder
{
    private enum Urgency
    {
        LongHold,
        LongCall,
        Monitored,
        Call,
        Connecting,
        WrapUp,
        Busy,
        Rest,
        Idle,
        Other,
    }

    public static IReadOnlyList<AgentView> Of(IReadOnlyList<AgentView> agents, DateTimeOffset asOf, BoardOptions options) =>
    [
        .. agents
            .Select(agent => (Agent: agent, Rank: UrgencyOf(agent, asOf, options)))
            .OrderBy(entry => entry.Rank)
            .ThenBy(entry => SinceOf(entry.Agent, entry.Rank) ?? DateTimeOffset.MaxValue)
            .ThenBy(entry => entry.Agent.WorkNo)
            .Select(entry => entry.Agent),
    ];

    /// <summary>Whether the customer has been on hold for longer than is good.</summary>
    public static bool IsLongHold(AgentView agent, DateTimeOffset asOf, BoardOptions options) => agent.Call?.HeldSince is { } since && asOf - since >= options.LongHold;

    /// <summary>Whether the call has lasted for longer than is good.</summary>
    public static bool IsLongCall(AgentView agent, DateTimeOffset asOf, BoardOptions options) =>
        agent.IsTalking && asOf - (agent.Call?.AnsweredAt ?? agent.StateSince) >= options.LongCall;

    private static Urgency UrgencyOf(AgentView agent, DateTimeOffset asOf, BoardOptions options) => agent switch
    {
        _ when IsLongHold(agent, asOf, options) => Urgency.LongHold,
        _ when IsLongCall(agent, asOf, options) => Urgency.LongCall,
        { Monitors.Count: > 0 } => Urgency.Monitored,
        { IsTalking: true } => Urgency.Call,
        { State: Gateway.Agents.AgentState.Talking } => Urgency.Connecting,
        _ when agent.IsIn(NamedState.WrapUp) => Urgency.WrapUp,
        _ when agent.IsIn(NamedState.Busy) => Urgency.Busy,
        _ when agent.IsIn(NamedState.Rest) => Urgency.Rest,
        _ when agent.IsIn(NamedState.Idle) => Urgency.Idle,
        _ => Urgency.Other,
    };

    private static DateTimeOffset? SinceOf(AgentView agent, Urgency rank) => rank switch
    {
        Urgency.LongHold => agent.Call?.HeldSince,
        Urgency.LongCall or Urgency.Call => agent.Call?.AnsweredAt ?? agent.StateSince,
        _ => agent.StateSince,
    };
}
