namespace SupervisorBot.Supervision.Agents;

/// <summary>One call of an agent as it was just read.</summary>
/// <param name="CallId">The gateway's id.</param>
/// <param name="AnsweredAt">When it was answered; null where the gateway does not tell, and where it was told before and not asked again.</param>
/// <param name="IsHeld">Whether it is on hold.</param>
[GenerateSerializer, Immutable]
public sealed record AgentCallState(string CallId, DateTimeOffset? AnsweredAt, bool IsHeld);
