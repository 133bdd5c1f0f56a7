using SupervisorBot.Supervision.Access;

namespace SupervisorBot.Chat.Access;

/// <summary>That somebody may not do something.</summary>
/// <param name="Refusal">Why.</param>
/// <param name="Permission">What it takes.</param>
/// <param name="WorkNo">The agent whom it concerns, or null.</param>
internal sealed record Denial(AccessRefusal Refusal, Permission Permission, int? WorkNo);
