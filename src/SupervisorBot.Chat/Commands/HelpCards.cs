using System.Text.Json.Nodes;
using SupervisorBot.Chat.Cards;
using SupervisorBot.Chat.Languages;
using SupervisorBot.Chat.Texts;
using SupervisorBot.Supervision.Access;

namespace SupervisorBot.Chat.Commands;

/// <summary>The card of /help: of the command table what the asker may do.</summary>
internal static class HelpCards
{
    public static CardContent Help(PermissionSet may)
    {
        List<CommandInfo> commands = [.. CommandTable.All.Where(command => command.Need.IsMetBy(may))];
        return new CardBuilder("help", CommandTexts.HelpTitle, CommandTexts.HelpSubtitle)
            .With("commands", Json.Array(commands, Row))
            .Note(CommandTexts.HelpNote)
            .Summary(CommonTexts.Listed(CommandTexts.HelpTitle, string.Join(", ", commands.Select(command => Direction.LeftToRight($"/{command.Name}")))))
            .Build();
    }

    private static JsonObject Row(CommandInfo command) => new()
    {
        ["usage"] = Direction.LeftToRight(command.Usage),
        ["description"] = CommandTexts.Description(command),
        ["hasExample"] = command.Arguments.Length > 0,
        ["example"] = CommandTexts.Example(command),
    };
}
