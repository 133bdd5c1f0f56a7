namespace SupervisorBot.Gateway.Events;

/// <summary>The agent's phone is busy (AgentOther_PhoneBusy; cec_07_1399).</summary>
/// <param name="EventType">The gateway's name of the event.</param>
/// <param name="WorkNo">The work number that it was sent to, where told.</param>
/// <param name="GeneratedAt">When the gateway made it; newer gateways only.</param>
public sealed record PhoneBusyEvent(string EventType, int? WorkNo, DateTimeOffset? GeneratedAt)
    : GatewayEvent(EventType, WorkNo, GeneratedAt);
