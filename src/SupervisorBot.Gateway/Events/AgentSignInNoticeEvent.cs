namespace SupervisorBot.Gateway.Events;

/// <summary>An agent whom this inspector may inspect signed in or out (QC_AgentState_Notify; cec_07_0541).</summary>
/// <param name="EventType">The gateway's name of the event.</param>
/// <param name="WorkNo">The work number that it was sent to, where told.</param>
/// <param name="GeneratedAt">When the gateway made it; newer gateways only.</param>
/// <param name="Agent">The agent's work number, where told.</param>
/// <param name="AgentName">The agent's name, where told.</param>
/// <param name="SignedIn">True for in, false for out.</param>
public sealed record AgentSignInNoticeEvent(
    string EventType, int? WorkNo, DateTimeOffset? GeneratedAt,
    int? Agent, string? AgentName, bool SignedIn)
    : GatewayEvent(EventType, WorkNo, GeneratedAt);
