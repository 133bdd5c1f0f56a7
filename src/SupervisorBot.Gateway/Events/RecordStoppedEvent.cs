namespace SupervisorBot.Gateway.Events;

/// <summary>Recording has ended (AgentMediaEvent_StopRecordDone; cec_07_0531).</summary>
/// <param name="EventType">The gateway's name of the event.</param>
/// <param name="WorkNo">The work number that it was sent to, where told.</param>
/// <param name="GeneratedAt">When the gateway made it; newer gateways only.</param>
/// <param name="BeginTime">When it began, where told.</param>
/// <param name="EndTime">When it ended, where told.</param>
public sealed record RecordStoppedEvent(
    string EventType, int? WorkNo, DateTimeOffset? GeneratedAt,
    DateTimeOffset? BeginTime, DateTimeOffset? EndTime)
    : GatewayEvent(EventType, WorkNo, GeneratedAt);
