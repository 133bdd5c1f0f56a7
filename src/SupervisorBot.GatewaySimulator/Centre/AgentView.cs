namespace SupervisorBot.GatewaySimulator;

/// <summary>An agent or inspector as seen at one moment.</summary>
/// <param name="WorkNo">The agent id, which is the work number too.</param>
/// <param name="Name">The agent's name.</param>
/// <param name="Group">The agent's group.</param>
/// <param name="Vcc">The VCC: 1 is the inspectors' own.</param>
/// <param name="IsInspector">Whether the agent has the quality-inspection right.</param>
/// <param name="State">What the agent is doing.</param>
/// <param name="StateSince">Since when.</param>
/// <param name="SignedInOverHttp">Whether a client signed the agent in; otherwise the simulator did.</param>
/// <param name="IsPolled">Whether a poll of that client waits for an event right now.</param>
/// <param name="CallIds">The agent's calls, the one being talked first, held ones after it.</param>
/// <param name="Monitors">The work number this inspector is attached to, if any.</param>
/// <param name="Mode">How, if attached.</param>
/// <param name="PhoneOffHook">Whether the inspector's phone was picked up, if attached.</param>
public sealed record AgentView(
    int WorkNo,
    string Name,
    string Group,
    int Vcc,
    bool IsInspector,
    AgentState State,
    DateTimeOffset StateSince,
    bool SignedInOverHttp,
    bool IsPolled,
    IReadOnlyList<string> CallIds,
    int? Monitors,
    MonitoringMode? Mode,
    bool PhoneOffHook);
