using System.Text.Json.Serialization;

namespace SupervisorBot.Gateway.Events;

/// <summary>Something that the gateway tells a signed-in agent by its event poll (CEC API reference cec_07_1274).</summary>
/// <param name="EventType">The gateway's name of the event, such as "AgentEvent_Talking".</param>
/// <param name="WorkNo">The work number that it was sent to, where told.</param>
/// <param name="GeneratedAt">When the gateway made it (<c>eventGenTime</c>); newer gateways only.</param>
[JsonDerivedType(typeof(AgentSignInNoticeEvent), "agent-sign-in-notice")]
[JsonDerivedType(typeof(AgentStateEvent), "agent-state")]
[JsonDerivedType(typeof(CallReleasedEvent), "call-released")]
[JsonDerivedType(typeof(ConferenceEvent), "conference")]
[JsonDerivedType(typeof(CustomerReleasedEvent), "customer-released")]
[JsonDerivedType(typeof(HoldEvent), "hold")]
[JsonDerivedType(typeof(InServiceEvent), "in-service")]
[JsonDerivedType(typeof(MonitoringStartedEvent), "monitoring-started")]
[JsonDerivedType(typeof(MonitoringStoppedEvent), "monitoring-stopped")]
[JsonDerivedType(typeof(PhoneAlertingEvent), "phone-alerting")]
[JsonDerivedType(typeof(PhoneBusyEvent), "phone-busy")]
[JsonDerivedType(typeof(PhoneOffhookEvent), "phone-offhook")]
[JsonDerivedType(typeof(PhoneReleaseEvent), "phone-release")]
[JsonDerivedType(typeof(RecordEvent), "record")]
[JsonDerivedType(typeof(RecordFailedEvent), "record-failed")]
[JsonDerivedType(typeof(RecordStoppedEvent), "record-stopped")]
[JsonDerivedType(typeof(RingingEvent), "ringing")]
[JsonDerivedType(typeof(ShutdownEvent), "shutdown")]
[JsonDerivedType(typeof(TalkingEvent), "talking")]
[JsonDerivedType(typeof(UnknownEvent), "unknown")]
public abstract record GatewayEvent(string EventType, int? WorkNo, DateTimeOffset? GeneratedAt)
{
    /// <summary>Names the event without its content, which may hold a customer's number.</summary>
    /// <returns>The event's type and work number.</returns>
    public sealed override string ToString() => $"{EventType} to {WorkNo}";
}
