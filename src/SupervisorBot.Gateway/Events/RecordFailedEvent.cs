namespace SupervisorBot.Gateway.Events;

/// <summary>Recording of the call failed (AgentMediaEvent_Record_Fail; cec_07_0530).</summary>
/// <param name="EventType">The gateway's name of the event.</param>
/// <param name="WorkNo">The work number that it was sent to, where told.</param>
/// <param name="GeneratedAt">When the gateway made it; newer gateways only.</param>
/// <param name="CallId">The call id, where told.</param>
public sealed record RecordFailedEvent(string EventType, int? WorkNo, DateTimeOffset? GeneratedAt, string? CallId)
    : GatewayEvent(EventType, WorkNo, GeneratedAt);
