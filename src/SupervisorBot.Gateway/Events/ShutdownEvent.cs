namespace SupervisorBot.Gateway.Events;

/// <summary>The agent has been signed out, by itself or by another (AgentOther_ShutdownService; cec_07_0552).</summary>
/// <param name="EventType">The gateway's name of the event.</param>
/// <param name="WorkNo">The work number that it was sent to, where told.</param>
/// <param name="GeneratedAt">When the gateway made it; newer gateways only.</param>
/// <param name="SignedInAt">The sign-in that ended, where told.</param>
public sealed record ShutdownEvent(string EventType, int? WorkNo, DateTimeOffset? GeneratedAt, DateTimeOffset? SignedInAt)
    : GatewayEvent(EventType, WorkNo, GeneratedAt);
