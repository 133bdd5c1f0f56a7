namespace SupervisorBot.Gateway.Events;

/// <summary>The call has become one of three or more parties (AgentEvent_Conference; cec_07_0505).</summary>
/// <param name="EventType">The gateway's name of the event.</param>
/// <param name="WorkNo">The work number that it was sent to, where told.</param>
/// <param name="GeneratedAt">When the gateway made it; newer gateways only.</param>
/// <param name="CallId">The call id; empty where not told.</param>
/// <param name="Partners">The other parties' numbers.</param>
public sealed record ConferenceEvent(
    string EventType, int? WorkNo, DateTimeOffset? GeneratedAt,
    string CallId, IReadOnlyList<string> Partners)
    : GatewayEvent(EventType, WorkNo, GeneratedAt);
