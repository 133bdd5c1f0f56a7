using SupervisorBot.Supervision.Desk;

namespace SupervisorBot.Supervision.Interception;

/// <summary>What became of an <see cref="InterceptionProposal"/>.</summary>
/// <param name="Interception">The registered interception, or null when it was refused.</param>
/// <param name="Refusal">Why it was refused before anything was asked of the gateway.</param>
/// <param name="Problem">Why the gateway could not say what the call is (the call is gone, no right, not reachable).</param>
/// <param name="WorkNo">The agent that the inspector monitors already, when that is the reason.</param>
[GenerateSerializer, Immutable]
public sealed record ProposalAnswer(InterceptionView? Interception, Refusal? Refusal = null, Problem? Problem = null, int? WorkNo = null);
