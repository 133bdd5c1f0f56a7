namespace SupervisorBot.Gateway.Events;

/// <summary>This side has left the call (AgentEvent_Call_Release; cec_07_1363).</summary>
/// <param name="EventType">The gateway's name of the event.</param>
/// <param name="WorkNo">The work number that it was sent to, where told.</param>
/// <param name="GeneratedAt">When the gateway made it; newer gateways only.</param>
/// <param name="CallId">The call id; empty where not told.</param>
public sealed record CallReleasedEvent(string EventType, int? WorkNo, DateTimeOffset? GeneratedAt, string CallId)
    : GatewayEvent(EventType, WorkNo, GeneratedAt);
