using SupervisorBot.Gateway.Calls;

namespace SupervisorBot.Gateway.Events;

/// <summary>A call is ringing or was answered by itself (AgentEvent_Ringing, AgentEvent_Auto_Answer; cec_07_0513, cec_07_0512).</summary>
/// <param name="EventType">The gateway's name of the event.</param>
/// <param name="WorkNo">The work number that it was sent to, where told.</param>
/// <param name="GeneratedAt">When the gateway made it; newer gateways only.</param>
/// <param name="CallId">The call id.</param>
/// <param name="Caller">The calling number; empty where not told.</param>
/// <param name="Called">The called number; empty where not told.</param>
/// <param name="Feature">The type of the call.</param>
/// <param name="IsAutoAnswer">True when it was answered by itself.</param>
public sealed record RingingEvent(
    string EventType, int? WorkNo, DateTimeOffset? GeneratedAt,
    string CallId, string Caller, string Called, CallFeature Feature, bool IsAutoAnswer)
    : GatewayEvent(EventType, WorkNo, GeneratedAt);
