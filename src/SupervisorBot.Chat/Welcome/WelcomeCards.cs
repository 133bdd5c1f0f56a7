using System.Text.Json.Nodes;
using SupervisorBot.Chat.Cards;
using SupervisorBot.Chat.Commands;
using SupervisorBot.Chat.Languages;
using SupervisorBot.Chat.Presses;
using SupervisorBot.Chat.Replies;
using SupervisorBot.Chat.Sessions;
using SupervisorBot.Chat.Texts;

namespace SupervisorBot.Chat.Welcome;

/// <summary>The card that says what to type first.</summary>
internal static class WelcomeCards
{
    // What is typed, most of it as it stands.
    private static readonly (CommandInfo Command, string Typed)[] s_first =
    [
        (CommandTable.Agents, "/agents"),
        (CommandTable.Listen, CommandTable.Listen.Example),
        (CommandTable.Intercept, CommandTable.Intercept.Example),
        (CommandTable.Help, "/help"),
    ];

    /// <summary>For a conversation where the bot has just arrived: for everybody there, whoever they are and whatever they may do.</summary>
    public static CardContent OnArrival(bool isPersonal) => Of(isPersonal, s_first);

    /// <summary>For an inspector who greets the bot: what they may do.</summary>
    public static CardContent For(ChatTurn turn) =>
        Of(turn.Conversation.IsPersonal, s_first.Where(first => first.Command.Need.IsMetBy(turn.Profile.Permissions)));

    private static CardContent Of(bool isPersonal, IEnumerable<(CommandInfo Command, string Typed)> first) =>
        new CardBuilder("welcome", WelcomeTexts.Title, WelcomeTexts.Subtitle)
            .Line(WelcomeTexts.First)
            .With("examples", Json.Array(first, Example))
            .Note(isPersonal ? null : WelcomeTexts.InAGroup)
            .Action(SessionCards.AnybodysSignInButton())
            .Action(new CardAction(WelcomeTexts.Help, WelcomeTexts.HelpTip, Verbs.Help))
            .Build();

    private static JsonObject Example((CommandInfo Command, string Typed) first) => new()
    {
        ["command"] = Direction.LeftToRight(first.Typed),
        ["text"] = CommandTexts.Description(first.Command),
    };
}
