namespace SupervisorBot.Gateway.Events;

/// <summary>The agent's phone was picked up; now monitoring really starts (AgentOther_PhoneOffhook; cec_07_0547).</summary>
/// <param name="EventType">The gateway's name of the event.</param>
/// <param name="WorkNo">The work number that it was sent to, where told.</param>
/// <param name="GeneratedAt">When the gateway made it; newer gateways only.</param>
/// <param name="Type">"unknown", "main" or "assistant", where told.</param>
public sealed record PhoneOffhookEvent(string EventType, int? WorkNo, DateTimeOffset? GeneratedAt, string? Type)
    : GatewayEvent(EventType, WorkNo, GeneratedAt);
