using SupervisorBot.Chat.Cards;
using SupervisorBot.Chat.Presses;
using SupervisorBot.Chat.Texts;
using SupervisorBot.Supervision.Inspectors;

namespace SupervisorBot.Chat.Commands;

/// <summary>The card that answers a word which is no command: the nearest one as a button, with what was typed behind it.</summary>
internal static class UnknownCards
{
    /// <param name="inspector">Who typed it.</param>
    /// <param name="line">What was typed.</param>
    /// <param name="nearest">The command that was probably meant, among those that this inspector may use; null where none is near.</param>
    public static CardContent Of(Inspector inspector, CommandLine line, CommandInfo? nearest)
    {
        var words = CommandTexts.Unknown(line.Word, nearest);
        var card = new CardBuilder("note", HelpTexts.NotKnownTitle).Line(words).Summary(words);
        if (nearest is not null)
        {
            var meant = line.Arguments.Count == 0 ? $"/{nearest.Name}" : $"/{nearest.Name} {line.Rest}";
            card.Action(new CardAction(Markup.Plain(meant), HelpTexts.RunTip(Markup.Plain(meant)), Verbs.RunCommand, PressData.Command(inspector, meant)));
        }

        return card.Action(new CardAction(WelcomeTexts.Help, WelcomeTexts.HelpTip, Verbs.Help)).Build();
    }

    /// <summary>What the card says once its command runs.</summary>
    public static CardContent Ran(string line) => new CardBuilder("note", HelpTexts.RanTitle).Line(HelpTexts.Ran(Markup.Plain(line))).Build();
}
