using SupervisorBot.Gateway.Agents;

namespace SupervisorBot.Supervision.Agents;

/// <summary>One agent as a list shows it.</summary>
/// <param name="WorkNo">Work number, 101 to 999999.</param>
/// <param name="Name">The agent's name, or the work number where the gateway tells no name.</param>
/// <param name="Group">The agent's group, or empty.</param>
/// <param name="State">The agent's state (CEC API reference cec_07_0581).</param>
/// <param name="IsTalking">Whether a live talk is surely going on that can be listened to or taken over (CTI state 5).</param>
/// <param name="StateSince">Since when, as far as it is known: told by the gateway, otherwise when the bot saw the state change; null before that.</param>
/// <param name="MonitoredByAsker">Whether the inspector who asked monitors this agent at the moment.</param>
/// <param name="IsInspector">Whether the agent is an inspector of this bot.</param>
[GenerateSerializer, Immutable]
public sealed record AgentView(
    int WorkNo, string Name, string Group, AgentState State, bool IsTalking, DateTimeOffset? StateSince, bool MonitoredByAsker = false, bool IsInspector = false)
{
    /// <summary>What is known of the agent's calls, in a live roster; null where nothing is.</summary>
    [Id(0)]
    public AgentCall? Call { get; init; }

    /// <summary>Who monitors the agent through this bot, in a live roster; null for nobody.</summary>
    [Id(1)]
    public IReadOnlyList<AgentMonitor>? Monitors { get; init; }
}
