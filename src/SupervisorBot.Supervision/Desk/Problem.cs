namespace SupervisorBot.Supervision.Desk;

/// <summary>Why something asked of the gateway did not come about.</summary>
/// <param name="Kind">What went wrong.</param>
/// <param name="Code">The gateway's result code when it refused (<see cref="ProblemKind.Refused"/>), such as 900-003.</param>
[GenerateSerializer, Immutable]
public sealed record Problem(ProblemKind Kind, string? Code = null);
