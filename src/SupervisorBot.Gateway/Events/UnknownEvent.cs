namespace SupervisorBot.Gateway.Events;

/// <summary>An event of a type that is not read further, or whose content has not the known shape. Nothing of it is lost.</summary>
/// <param name="EventType">The gateway's name of the event.</param>
/// <param name="WorkNo">The work number that it was sent to, where told.</param>
/// <param name="GeneratedAt">When the gateway made it; newer gateways only.</param>
/// <param name="RawEvent">The whole event as the gateway wrote it, JSON text.</param>
public sealed record UnknownEvent(string EventType, int? WorkNo, DateTimeOffset? GeneratedAt, string RawEvent)
    : GatewayEvent(EventType, WorkNo, GeneratedAt);
