using System.Text.Json.Nodes;
using SupervisorBot.Chat.Agents;
using SupervisorBot.Chat.Cards;
using SupervisorBot.Chat.Languages;
using SupervisorBot.Chat.Texts;
using SupervisorBot.Supervision.Inspectors;

namespace SupervisorBot.Chat.Administration;

/// <summary>The cards of /admin: its grammar, the inspectors, the teams.</summary>
internal static class AdminCards
{
    public static CardContent Help() => new CardBuilder("help", AdminTexts.HelpTitle, AdminTexts.HelpSubtitle)
        .With("groups", new JsonArray(new JsonObject { ["hasGroup"] = false, ["group"] = "", ["commands"] = Json.Array(AdminSyntax.All, Row) }))
        .Note(AdminTexts.HelpNote)
        .Build();

    public static CardContent Inspectors(DirectoryContents contents, string? filter)
    {
        var found = contents.Inspectors.Where(profile => filter is null || Matches(filter, [
            profile.Inspector.DisplayName, CommonTexts.Number(profile.Inspector.AgentId), profile.Permissions.ToString(), .. profile.Teams])).ToList();
        return List(AdminTexts.InspectorsTitle, AdminTexts.NoInspector, found, filter, profile => Row(
            $"{Markup.Plain(profile.Inspector.DisplayName)} ({CommonTexts.Number(profile.Inspector.AgentId)})",
            AdminTexts.May(profile.Permissions),
            AdminTexts.With(profile.Teams)));
    }

    public static CardContent Teams(DirectoryContents contents, string? filter)
    {
        var found = contents.Teams.Where(team => filter is null || Matches(filter, [team.Name, team.WorkNumbers, .. team.Groups])).ToList();
        return List(AdminTexts.TeamsTitle, AdminTexts.NoTeam, found, filter, team => Row(
            Markup.Plain(team.Name),
            AdminTexts.MadeOf(team),
            AdminTexts.UsedBy(contents.Inspectors.Count(profile => profile.Teams.Contains(team.Name, StringComparer.OrdinalIgnoreCase)))));
    }

    private static CardContent List<T>(string title, string nobody, IReadOnlyList<T> found, string? filter, Func<T, JsonObject> row)
    {
        var page = Page<T>.Cut(found, 0);
        var card = new CardBuilder("agents", title, AdminTexts.Count(page.Last, page.Of, filter)).With("rows", Json.Array(page.Items, row));
        return found.Count == 0 ? card.Line(nobody).Build() : card.Note(page.HasNext ? AdminTexts.Narrow : null).Build();
    }

    private static bool Matches(string filter, IEnumerable<string> texts) => texts.Any(text => text.Contains(filter, StringComparison.OrdinalIgnoreCase));

    private static JsonObject Row(string name, string details, string state) => new()
    {
        ["name"] = name,
        ["details"] = details,
        ["state"] = state,
        ["color"] = "Default",
        ["hasActions"] = false,
        ["actions"] = new JsonArray(),
    };

    private static JsonObject Row(AdminSyntax syntax) => new()
    {
        ["usage"] = Direction.LeftToRight(Markup.Syntax(syntax.Usage)),
        ["description"] = AdminTexts.Description(syntax),
        ["hasExample"] = true,
        ["example"] = CommandTexts.Example(syntax.Example),
    };
}
