using SupervisorBot.Chat.Administration;
using SupervisorBot.Chat.Cards;
using SupervisorBot.Supervision.Access;
using SupervisorBot.Supervision.Administration;
using SupervisorBot.Supervision.Inspectors;

namespace SupervisorBot.Chat.Texts;

/// <summary>Words of /admin.</summary>
internal static class AdminTexts
{
    public const string HelpTitle = "How you administer";
    public const string HelpSubtitle = "In this chat only; every change counts at once";
    public const string HelpNote =
        "Lists have commas. Permissions: List, Listen, Whisper, Insert, Intercept, Force, History, Administer; or All. "
        + "What holds blanks stands in quotation marks. Passwords are never typed here.";

    public const string InspectorsTitle = "Inspectors";
    public const string TeamsTitle = "Teams";
    public const string NoInspector = "No inspector matches.";
    public const string NoTeam = "There is no such team. Without teams every inspector has to do with everyone.";
    public const string Narrow = "Not all are shown. Add a text to see those whom it matches.";
    public const string PersonalOnly = "I take /admin in our personal chat only. Nothing was changed. Type it here.";
    public const string OpenQuote = "A quotation mark is not closed. Nothing was changed.";

    private const string Nothing = "Nothing was changed.";

    public static string NotKnown(string typed) => $"/admin does not know “{Markup.Plain(typed)}”. {Nothing} Type /admin to see what it knows.";

    public static string Incomplete(AdminSyntax syntax) => $"That is not all, or too much. {Nothing} For example: {syntax.Example}";

    public static string NotAnAgentId(string typed, AdminSyntax syntax) =>
        $"“{Markup.Plain(typed)}” is no agent id: it must be a whole number from 101 to 999999. {Nothing} For example: {syntax.Example}";

    public static string NotAnOption(string typed, AdminSyntax syntax) =>
        $"“{Markup.Plain(typed)}” does not belong there, or comes twice. {Nothing} For example: {syntax.Example}";

    public static string NotPermissions(string typed) =>
        $"“{Markup.Plain(typed)}” are no permissions. {Nothing} There are: {string.Join(", ", Enum.GetNames<Permission>())}; or All.";

    public static string Of(EditRefusal refusal) => $"{Why(refusal)} {(refusal == EditRefusal.Unknown ? "Look with /admin inspectors or /admin teams." : Nothing)}";

    public static string May(PermissionSet permissions) => permissions == PermissionSet.None ? "May nothing but sign in and out" : $"May: {permissions}";

    public static string With(IReadOnlyList<string> teams) => teams.Count == 0 ? "With everyone" : $"With: {Names(teams)}";

    public static string MadeOf(AgentTeam team) => string.Join(CommonTexts.Separator, new[]
    {
        team.WorkNumbers.Length > 0 ? $"Work numbers {team.WorkNumbers}" : null,
        team.Groups.Count > 0 ? $"Groups {Names(team.Groups)}" : null,
    }.OfType<string>());

    public static string UsedBy(int inspectors) => inspectors == 1 ? "1 inspector has it" : $"{CommonTexts.Number(inspectors)} inspectors have it";

    public static string Count(int shown, int of, string? filter) =>
        $"{CommonTexts.Number(shown)} of {CommonTexts.Number(of)}{(filter is null ? "" : $" that match “{Markup.Plain(filter)}”")}";

    /// <summary>What a change has made.</summary>
    public static string Changed(DirectoryEdit edit, DirectoryContents before, DirectoryContents after) => edit switch
    {
        AddInspector add when Find(after, add.Profile.Inspector.AgentId) is { } profile => $"✔ {Who(profile)} is an inspector now. {Rights(profile)}",
        ChangeInspector change when Find(after, change.AgentId) is { } profile => Changed(change, Find(before, change.AgentId), profile),
        RemoveInspector remove when Find(before, remove.AgentId) is { } profile =>
            $"✔ {Who(profile)} is no inspector any more. If they are signed in, they are signed out now, or after their talk with a customer.",
        Permit permit when Find(after, permit.AgentId) is { } profile => $"✔ {Who(profile)} may do more now. {Rights(profile)}",
        Forbid forbid when Find(after, forbid.AgentId) is { } profile => $"✔ {Who(profile)} may do less now. {Rights(profile)}",
        AddTeam add when Find(after, add.Team.Name) is { } team => $"✔ There is a team “{Markup.Plain(team.Name)}” now. {MadeOf(team)}.",
        ChangeTeam change when Find(after, change.NewName ?? change.Name) is { } team => $"✔ The team “{Markup.Plain(team.Name)}” was changed. {MadeOf(team)}.",
        RemoveTeam remove => $"✔ The team “{Markup.Plain(remove.Name)}” is no more.",
        _ => "✔ Changed.",
    };

    private static string Changed(ChangeInspector change, InspectorProfile? before, InspectorProfile after)
    {
        var parts = new List<string> { $"✔ {Who(after)} was changed." };
        if (before is not null && before.Inspector.DisplayName != after.Inspector.DisplayName)
        {
            parts.Add($"The name was {Markup.Plain(before.Inspector.DisplayName)}.");
        }

        if (change.PhoneNumber is not null)
        {
            parts.Add("The new phone counts from the next sign-in on.");
        }

        if (change.Person is not null)
        {
            parts.Add("Another person works under this agent id now; whoever was signed in is signed out.");
        }

        if (change.Teams is not null)
        {
            parts.Add($"{With(after.Teams)}.");
        }

        return string.Join(' ', parts);
    }

    private static string Rights(InspectorProfile profile) => $"{May(profile.Permissions)}. {With(profile.Teams)}.";

    private static string Who(InspectorProfile profile) => $"{Markup.Plain(profile.Inspector.DisplayName)} ({CommonTexts.Number(profile.Inspector.AgentId)})";

    private static string Names(IEnumerable<string> names) => string.Join(", ", names.Select(Markup.Plain));

    private static InspectorProfile? Find(DirectoryContents contents, int agentId) => contents.Inspectors.FirstOrDefault(profile => profile.Inspector.AgentId == agentId);

    private static AgentTeam? Find(DirectoryContents contents, string name) =>
        contents.Teams.FirstOrDefault(team => team.Name.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase));

    private static string Why(EditRefusal refusal) => refusal switch
    {
        EditRefusal.NotPermitted => $"You may not administer this bot. {AccessTexts.Ask}",
        EditRefusal.InConfiguration =>
            "The inspectors and teams of this bot are in its configuration: whoever runs it changes them there (Inspectors, AgentTeams) and starts it again, or sets Directory:Source=Database.",
        EditRefusal.Unavailable => "The database cannot be reached at the moment. Try again in a moment.",
        EditRefusal.Unknown => "I do not know whether that was stored.",
        EditRefusal.NoSuchInspector => "There is no inspector with that agent id; /admin inspectors lists them.",
        EditRefusal.NoSuchTeam => "There is no team of that name; /admin teams lists them.",
        EditRefusal.AgentIdTaken => "That agent id is an inspector's already.",
        EditRefusal.PersonTaken => "That person is an inspector already, under another agent id.",
        EditRefusal.TeamNameTaken => "A team has that name already.",
        EditRefusal.LastAdministrator => "Nobody would be left who may administer. Permit somebody else first: /admin permit <agentId> Administer",
        EditRefusal.TeamInUse => "Inspectors have that team; without any team they would have to do with everyone. Change them first: /admin inspector change <agentId> teams=…",
        EditRefusal.TeamEmpty => "A team needs work numbers or groups.",
        EditRefusal.WrongAgentId => "The agent id must be from 101 to 999999.",
        EditRefusal.WrongPerson => "The person must be a Microsoft Entra object id: 32 digits and letters from a to f, with hyphens.",
        EditRefusal.WrongPhone => "The phone must have 1 to 24 characters.",
        EditRefusal.WrongName => "A name must have 1 to 64 characters, a team's without commas and quotation marks.",
        EditRefusal.WrongWorkNumbers => "Work numbers are numbers and ranges from 101 to 999999 with commas, such as 2001-2024,2100.",
        EditRefusal.NothingToChange => "All is so already.",
        _ => "That is not possible.",
    };
}
