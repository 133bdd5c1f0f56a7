using System.Text.Json.Nodes;
using SupervisorBot.Chat.Cards;
using SupervisorBot.Chat.Languages;
using SupervisorBot.Chat.Texts;
using SupervisorBot.Supervision.Access;

namespace SupervisorBot.Chat.Commands;

/// <summary>The card of /help: of the command table what the asker may do, by what it is about.</summary>
internal static class HelpCards
{
    public static CardContent Help(PermissionSet may)
    {
        List<CommandInfo> commands = [.. CommandTable.All.Where(command => command.Need.IsMetBy(may))];
        return new CardBuilder("help", CommandTexts.HelpTitle, CommandTexts.HelpSubtitle)
            .With("groups", Json.Array(commands.GroupBy(command => command.Group).OrderBy(group => group.Key), Group))
            .Note(CommandTexts.HelpNote)
            .Summary(CommonTexts.Listed(CommandTexts.HelpTitle, string.Join(", ", commands.Select(command => Direction.LeftToRight($"/{command.Name}")))))
            .Build();
    }

    private static JsonObject Group(IGrouping<CommandGroup, CommandInfo> group) => new()
    {
        ["hasGroup"] = true,
        ["group"] = CommandTexts.Group(group.Key),
        ["commands"] = Json.Array(group, Row),
    };

    private static JsonObject Row(CommandInfo command)
    {
        var detail = CommandTexts.Detail(command);
        return new JsonObject
        {
            ["usage"] = Direction.LeftToRight(Markup.Syntax(command.Usage)),
            ["description"] = detail is null ? CommandTexts.Description(command) : $"{CommandTexts.Description(command)} {detail}",
            ["hasExample"] = command.Arguments.Length > 0,
            ["example"] = CommandTexts.Examples(command),
        };
    }
}
