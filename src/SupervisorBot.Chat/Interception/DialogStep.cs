using SupervisorBot.Chat.Cards;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.Interception;

namespace SupervisorBot.Chat.Interception;

/// <summary>Where the dialog has come to.</summary>
internal abstract record DialogStep
{
    /// <summary>The next card.</summary>
    /// <param name="Content">What it says.</param>
    /// <param name="Interception">The interception, once one is proposed.</param>
    internal sealed record Shown(CardContent Content, InterceptionView? Interception = null) : DialogStep;

    /// <summary>The dialog cannot go on.</summary>
    /// <param name="Why">The reason and what to do.</param>
    /// <param name="Refusal">The refusal behind it, where it is one.</param>
    /// <param name="Content">A card that says so and leads back, for those who are in the dialog already.</param>
    internal sealed record Stopped(string Why, Refusal? Refusal, CardContent Content) : DialogStep;
}
