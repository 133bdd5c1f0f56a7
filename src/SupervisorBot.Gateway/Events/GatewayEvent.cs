namespace SupervisorBot.Gateway.Events;

/// <summary>Something that the gateway tells a signed-in agent by its event poll (CEC API reference cec_07_1274).</summary>
/// <param name="EventType">The gateway's name of the event, such as "AgentEvent_Talking".</param>
/// <param name="WorkNo">The work number that it was sent to, where told.</param>
/// <param name="GeneratedAt">When the gateway made it (<c>eventGenTime</c>); newer gateways only.</param>
public abstract record GatewayEvent(string EventType, int? WorkNo, DateTimeOffset? GeneratedAt)
{
    /// <summary>Names the event without its content, which may hold a customer's number.</summary>
    /// <returns>The event's type and work number.</returns>
    public sealed override string ToString() => $"{EventType} to {WorkNo}";
}
