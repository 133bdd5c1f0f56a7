namespace SupervisorBot.Supervision.Interception;

/// <summary>An interception as it is stored: what people are told, and what only the bot needs.</summary>
/// <param name="View">What people are told.</param>
/// <param name="CustomerNumber">The customer's full number, to recognise the talk by; never shown and never logged.</param>
/// <param name="Version">1 when it is proposed, one more with every stored change: a change is stored only over the version it was made from.</param>
/// <param name="Token">Numbers the step that is waited for; an answer or a timer of an older step is ignored.</param>
public sealed record InterceptionRecord(InterceptionView View, string? CustomerNumber, int Version, long Token)
{
    /// <inheritdoc/>
    public override string ToString() => $"Interception {View.Step} {View.Outcome}, version {Version}";
}
