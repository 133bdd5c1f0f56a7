using System.Text.Json.Nodes;
using SupervisorBot.Chat.Cards;
using SupervisorBot.Chat.Texts;

namespace SupervisorBot.Chat.Commands;

/// <summary>The card of /help, made from the command table.</summary>
internal static class HelpCards
{
    public static CardContent Help() => new CardBuilder("help", CommandTexts.HelpTitle, CommandTexts.HelpSubtitle)
        .With("commands", Json.Array(CommandTable.All, Row))
        .Note(CommandTexts.HelpNote)
        .Summary($"{CommandTexts.HelpTitle}: {string.Join(", ", CommandTable.All.Select(command => $"/{command.Name}"))}")
        .Build();

    private static JsonObject Row(CommandInfo command) => new()
    {
        ["usage"] = command.Usage,
        ["description"] = command.Description,
        ["hasExample"] = command.Arguments.Length > 0,
        ["example"] = CommandTexts.Example(command),
    };
}
