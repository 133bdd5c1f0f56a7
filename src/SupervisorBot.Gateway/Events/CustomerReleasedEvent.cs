namespace SupervisorBot.Gateway.Events;

/// <summary>The customer has left the call (AgentEvent_Customer_Release; cec_07_1364).</summary>
/// <param name="EventType">The gateway's name of the event.</param>
/// <param name="WorkNo">The work number that it was sent to, where told.</param>
/// <param name="GeneratedAt">When the gateway made it; newer gateways only.</param>
/// <param name="CallId">The call id; empty where not told.</param>
/// <param name="Number">The customer's number; empty where not told.</param>
public sealed record CustomerReleasedEvent(string EventType, int? WorkNo, DateTimeOffset? GeneratedAt, string CallId, string Number)
    : GatewayEvent(EventType, WorkNo, GeneratedAt);
