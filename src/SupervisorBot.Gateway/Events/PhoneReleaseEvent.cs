namespace SupervisorBot.Gateway.Events;

/// <summary>The agent's phone is on hook (AgentOther_PhoneRelease; cec_07_0546).</summary>
/// <param name="EventType">The gateway's name of the event.</param>
/// <param name="WorkNo">The work number that it was sent to, where told.</param>
/// <param name="GeneratedAt">When the gateway made it; newer gateways only.</param>
/// <param name="PhoneState">3 when the platform hung up, 2 when the agent did; null where not told.</param>
public sealed record PhoneReleaseEvent(string EventType, int? WorkNo, DateTimeOffset? GeneratedAt, int? PhoneState)
    : GatewayEvent(EventType, WorkNo, GeneratedAt);
