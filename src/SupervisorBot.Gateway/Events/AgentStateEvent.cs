namespace SupervisorBot.Gateway.Events;

/// <summary>The agent's own state has changed (the AgentState_ family).</summary>
/// <param name="EventType">The gateway's name of the event.</param>
/// <param name="WorkNo">The work number that it was sent to, where told.</param>
/// <param name="GeneratedAt">When the gateway made it; newer gateways only.</param>
/// <param name="Kind">To what.</param>
public sealed record AgentStateEvent(string EventType, int? WorkNo, DateTimeOffset? GeneratedAt, AgentStateKind Kind)
    : GatewayEvent(EventType, WorkNo, GeneratedAt);
