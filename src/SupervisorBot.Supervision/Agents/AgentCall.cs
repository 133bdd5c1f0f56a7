namespace SupervisorBot.Supervision.Agents;

/// <summary>What is known of an agent's calls: the one that they are in, and the one that waits on hold.</summary>
/// <param name="CallId">The call that they are in, or else the one on hold. The gateway's id, opaque.</param>
/// <param name="AnsweredAt">When that call was answered, where the gateway tells.</param>
/// <param name="HeldCallId">The call that has been on hold the longest; null where none is, or the gateway does not tell.</param>
/// <param name="HeldSince">When that call was first seen on hold: the gateway tells no time, so it may have been on hold for longer.</param>
[GenerateSerializer, Immutable]
public sealed record AgentCall(string CallId, DateTimeOffset? AnsweredAt, string? HeldCallId = null, DateTimeOffset? HeldSince = null);
