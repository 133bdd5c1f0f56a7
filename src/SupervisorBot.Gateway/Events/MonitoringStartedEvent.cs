namespace SupervisorBot.Gateway.Events;

/// <summary>An inspection has begun or changed its mode (AgentOther_BeQcStart; cec_07_0542).</summary>
/// <param name="EventType">The gateway's name of the event.</param>
/// <param name="WorkNo">The work number that it was sent to, where told.</param>
/// <param name="GeneratedAt">When the gateway made it; newer gateways only.</param>
/// <param name="QcType">8 listen, 9 insert, 20172 or 20173 whisper; null where not told.</param>
/// <param name="QcAgentId">The other side's work number: the sources differ on which side it names.</param>
public sealed record MonitoringStartedEvent(string EventType, int? WorkNo, DateTimeOffset? GeneratedAt, int? QcType, int? QcAgentId)
    : GatewayEvent(EventType, WorkNo, GeneratedAt);
