using SupervisorBot.Gateway.Calls;

namespace SupervisorBot.Gateway.Events;

/// <summary>The talk has begun: the event that tells an interception's success (AgentEvent_Talking; cec_07_1355).</summary>
/// <param name="EventType">The gateway's name of the event.</param>
/// <param name="WorkNo">The work number that it was sent to, where told.</param>
/// <param name="GeneratedAt">When the gateway made it; newer gateways only.</param>
/// <param name="CallId">The id of the call that the inspector now has.</param>
/// <param name="Caller">The calling number; empty where not told.</param>
/// <param name="Called">The called number; empty where not told.</param>
/// <param name="Type">"main" or "assistant", where told.</param>
/// <param name="Feature">The type of the call.</param>
/// <param name="MediaAbility">1 voice, 3 audio and video, 5 text, 6 video in a browser; null where not told.</param>
public sealed record TalkingEvent(
    string EventType, int? WorkNo, DateTimeOffset? GeneratedAt,
    string CallId, string Caller, string Called, string? Type, CallFeature Feature, int? MediaAbility)
    : GatewayEvent(EventType, WorkNo, GeneratedAt);
