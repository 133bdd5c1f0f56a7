namespace SupervisorBot.Supervision.Desk;

/// <summary>
/// Where a request came from, so that its result can be told there. Opaque to supervision: the conversation writes it and reads it back.
/// </summary>
/// <param name="Value">The conversation's own text for the place, kept as it is.</param>
[GenerateSerializer, Immutable]
public sealed record RequestOrigin(string Value);
