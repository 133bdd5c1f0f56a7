using SupervisorBot.Supervision.Desk;

namespace SupervisorBot.Supervision.Agents;

/// <summary>One call of an agent.</summary>
/// <param name="CallId">The call's id at the gateway. Opaque.</param>
/// <param name="Customer">The customer's number, masked.</param>
/// <param name="Direction">Who began it.</param>
/// <param name="AnsweredAt">When the agent answered, if the gateway tells.</param>
[GenerateSerializer, Immutable]
public sealed record CallView(string CallId, MaskedNumber Customer, CallDirection Direction, DateTimeOffset? AnsweredAt);
