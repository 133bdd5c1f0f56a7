using SupervisorBot.Supervision.Desk;

namespace SupervisorBot.Supervision.Interception;

/// <summary>What a press on a confirmation's button did.</summary>
/// <param name="Result">What it did.</param>
/// <param name="Interception">The stored interception, or null when the operation id is not known.</param>
/// <param name="Refusal">Why the inspector may not do it any more, for <see cref="PressResult.Refused"/>.</param>
[GenerateSerializer, Immutable]
public sealed record PressAnswer(PressResult Result, InterceptionView? Interception, Refusal? Refusal = null);
