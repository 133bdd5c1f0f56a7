namespace SupervisorBot.Gateway.Events;

/// <summary>The sign-in has begun (AgentOther_InService; cec_07_1401).</summary>
/// <param name="EventType">The gateway's name of the event.</param>
/// <param name="WorkNo">The work number that it was sent to, where told.</param>
/// <param name="GeneratedAt">When the gateway made it; newer gateways only.</param>
public sealed record InServiceEvent(string EventType, int? WorkNo, DateTimeOffset? GeneratedAt)
    : GatewayEvent(EventType, WorkNo, GeneratedAt);
