using SupervisorBot.Chat.Admission;
using SupervisorBot.Chat.Cards;
using SupervisorBot.Chat.Texts;

namespace SupervisorBot.Chat.Presses;

/// <summary>What a press leads to: a card in the place of the pressed one, or a short word to the person who pressed.</summary>
/// <param name="Result">What it did, in one word for the records.</param>
internal abstract record PressReply(string Result)
{
    public const string Effect = "effect";
    public const string NoEffect = "no-effect";
    public const string Refused = "refused";

    /// <summary>Why it was refused, see <see cref="Admission.RefusalReasons"/>; null where nothing was, or where the inspector's session has written it down.</summary>
    public string? RefusedFor { get; init; }

    /// <summary>The answer to a button that does nothing any more.</summary>
    public static Word OldButton() => new(CommonTexts.OldButton, NoEffect) { RefusedFor = RefusalReasons.OldButton };

    /// <summary>The card that the message shows from now on.</summary>
    /// <param name="Content">What it says.</param>
    /// <param name="Result">What the press did.</param>
    /// <param name="Key">The live message that it belongs to; null where it belongs to none.</param>
    /// <param name="Rank">How far along the state is, see <see cref="Supervision.Outbox.OutboxEntry.Rank"/>.</param>
    /// <param name="IsShared">Whether the message is edited for everybody else; false where nothing changed, or where notices will edit it.</param>
    internal sealed record Card(CardContent Content, string Result, string? Key = null, int Rank = 0, bool IsShared = true) : PressReply(Result)
    {
        /// <summary>
        /// Whether it concerns the presser alone: a list, a choice, a status. Where others see the pressed message that stays as it is, and the presser gets this
        /// card in a message of their own.
        /// </summary>
        public bool IsForPresser { get; init; }
    }

    /// <summary>A word to the person who pressed; the card stays.</summary>
    /// <param name="Text">The word.</param>
    /// <param name="Result">What the press did.</param>
    internal sealed record Word(string Text, string Result) : PressReply(Result);
}
