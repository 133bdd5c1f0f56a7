namespace SupervisorBot.Supervision.Interception;

/// <summary>Whether a call was claimed.</summary>
/// <param name="Granted">Whether the claim is ours now.</param>
/// <param name="HeldBy">Who holds it otherwise.</param>
[GenerateSerializer, Immutable]
public sealed record ClaimAnswer(bool Granted, string? HeldBy);
