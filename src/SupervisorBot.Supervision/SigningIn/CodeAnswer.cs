namespace SupervisorBot.Supervision.SigningIn;

/// <summary>The immediate answer to a typed code.</summary>
/// <param name="Result">What it led to.</param>
/// <param name="TriesLeft">How many tries are left after a wrong one.</param>
[GenerateSerializer, Immutable]
public sealed record CodeAnswer(CodeResult Result, int TriesLeft = 0);
