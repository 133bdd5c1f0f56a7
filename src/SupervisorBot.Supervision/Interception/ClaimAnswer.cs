namespace SupervisorBot.Supervision.Interception;

/// <summary>Whether a call was claimed.</summary>
/// <param name="Granted">Whether the claim is ours now.</param>
/// <param name="HeldBy">Who holds it otherwise.</param>
/// <param name="HolderAgentId">The agent id of the inspector who holds it otherwise: it may be the one who asks, with another interception.</param>
[GenerateSerializer, Immutable]
public sealed record ClaimAnswer(bool Granted, string? HeldBy, int? HolderAgentId = null);
