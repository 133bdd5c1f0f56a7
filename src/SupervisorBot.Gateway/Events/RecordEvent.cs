namespace SupervisorBot.Gateway.Events;

/// <summary>Recording of the call has begun (AgentMediaEvent_Record; cec_07_0529).</summary>
/// <param name="EventType">The gateway's name of the event.</param>
/// <param name="WorkNo">The work number that it was sent to, where told.</param>
/// <param name="GeneratedAt">When the gateway made it; newer gateways only.</param>
/// <param name="CallId">The call id, where told.</param>
/// <param name="RecordId">The recording's id, where told.</param>
public sealed record RecordEvent(string EventType, int? WorkNo, DateTimeOffset? GeneratedAt, string? CallId, string? RecordId)
    : GatewayEvent(EventType, WorkNo, GeneratedAt);
