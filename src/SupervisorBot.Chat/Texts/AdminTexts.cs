using SupervisorBot.Chat.Administration;
using SupervisorBot.Chat.Cards;
using SupervisorBot.Chat.Languages;
using SupervisorBot.Supervision.Access;
using SupervisorBot.Supervision.Administration;
using SupervisorBot.Supervision.Inspectors;

namespace SupervisorBot.Chat.Texts;

/// <summary>Words of /admin.</summary>
internal static class AdminTexts
{
    private static readonly TextSet s_texts = TextSet.Of(typeof(AdminTexts));

    public static string HelpTitle => s_texts.Get();

    public static string HelpSubtitle => s_texts.Get();

    public static string HelpNote => s_texts.Format(nameof(HelpNote), AllPermissions);

    public static string InspectorsTitle => s_texts.Get();

    public static string TeamsTitle => s_texts.Get();

    public static string NoInspector => s_texts.Get();

    public static string NoTeam => s_texts.Get();

    public static string Narrow => s_texts.Get();

    public static string PersonalOnly => s_texts.Get();

    public static string OpenQuote => s_texts.Get();

    private static string Nothing => s_texts.Get();

    private static string AllPermissions => string.Join(", ", Enum.GetNames<Permission>());

    public static string Description(AdminSyntax syntax) => s_texts.Get($"Syntax.{syntax.Name}");

    public static string NotKnown(string typed) => s_texts.Format(nameof(NotKnown), Markup.Plain(typed), Nothing);

    public static string Incomplete(AdminSyntax syntax) => s_texts.Format(nameof(Incomplete), Nothing, syntax.Example);

    public static string NotAnAgentId(string typed, AdminSyntax syntax) => s_texts.Format(nameof(NotAnAgentId), Markup.Plain(typed), Nothing, syntax.Example);

    public static string NotAnOption(string typed, AdminSyntax syntax) => s_texts.Format(nameof(NotAnOption), Markup.Plain(typed), Nothing, syntax.Example);

    public static string NotPermissions(string typed) => s_texts.Format(nameof(NotPermissions), Markup.Plain(typed), Nothing, AllPermissions);

    public static string Of(EditRefusal refusal) => $"{Why(refusal)} {(refusal == EditRefusal.Unknown ? s_texts.Get("LookAgain") : Nothing)}";

    public static string May(PermissionSet permissions) => permissions == PermissionSet.None ? s_texts.Get("MayNothing") : s_texts.Format(nameof(May), permissions.ToString());

    public static string With(IReadOnlyList<string> teams) => teams.Count == 0 ? s_texts.Get("WithEveryone") : s_texts.Format(nameof(With), Names(teams));

    public static string MadeOf(AgentTeam team) => string.Join(CommonTexts.Separator, new[]
    {
        team.WorkNumbers.Length > 0 ? s_texts.Format("WorkNumbers", team.WorkNumbers) : null,
        team.Groups.Count > 0 ? s_texts.Format("Groups", Names(team.Groups)) : null,
    }.OfType<string>());

    public static string UsedBy(int inspectors) => s_texts.Count(nameof(UsedBy), inspectors);

    public static string Count(int shown, int of, string? filter) =>
        filter is null ? s_texts.Format(nameof(Count), shown, of) : s_texts.Format("CountMatching", shown, of, Markup.Plain(filter));

    /// <summary>What a change has made.</summary>
    public static string Changed(DirectoryEdit edit, DirectoryContents before, DirectoryContents after) => edit switch
    {
        AddInspector add when Find(after, add.Profile.Inspector.AgentId) is { } profile => s_texts.Format("InspectorAdded", Who(profile), Rights(profile)),
        ChangeInspector change when Find(after, change.AgentId) is { } profile => Changed(change, Find(before, change.AgentId), profile),
        RemoveInspector remove when Find(before, remove.AgentId) is { } profile => s_texts.Format("InspectorRemoved", Who(profile)),
        Permit permit when Find(after, permit.AgentId) is { } profile => s_texts.Format("Permitted", Who(profile), Rights(profile)),
        Forbid forbid when Find(after, forbid.AgentId) is { } profile => s_texts.Format("Forbidden", Who(profile), Rights(profile)),
        AddTeam add when Find(after, add.Team.Name) is { } team => s_texts.Format("TeamAdded", Markup.Plain(team.Name), MadeOf(team)),
        ChangeTeam change when Find(after, change.NewName ?? change.Name) is { } team => s_texts.Format("TeamChanged", Markup.Plain(team.Name), MadeOf(team)),
        RemoveTeam remove => s_texts.Format("TeamRemoved", Markup.Plain(remove.Name)),
        _ => s_texts.Get("Changed"),
    };

    private static string Changed(ChangeInspector change, InspectorProfile? before, InspectorProfile after)
    {
        var parts = new List<string> { s_texts.Format("InspectorChanged", Who(after)) };
        if (before is not null && before.Inspector.DisplayName != after.Inspector.DisplayName)
        {
            parts.Add(s_texts.Format("NameWas", Markup.Plain(before.Inspector.DisplayName)));
        }

        if (change.PhoneNumber is not null)
        {
            parts.Add(s_texts.Get("PhoneFromNextSignIn"));
        }

        if (change.Person is not null)
        {
            parts.Add(s_texts.Get("AnotherPerson"));
        }

        if (change.Teams is not null)
        {
            parts.Add(s_texts.Format("NowWith", With(after.Teams)));
        }

        return string.Join(' ', parts);
    }

    private static string Rights(InspectorProfile profile) => s_texts.Format("Rights", May(profile.Permissions), With(profile.Teams));

    private static string Who(InspectorProfile profile) => $"{Markup.Plain(profile.Inspector.DisplayName)} ({CommonTexts.Number(profile.Inspector.AgentId)})";

    private static string Names(IEnumerable<string> names) => string.Join(", ", names.Select(name => Markup.Plain(name)));

    private static InspectorProfile? Find(DirectoryContents contents, int agentId) => contents.Inspectors.FirstOrDefault(profile => profile.Inspector.AgentId == agentId);

    private static AgentTeam? Find(DirectoryContents contents, string name) =>
        contents.Teams.FirstOrDefault(team => team.Name.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase));

    private static string Why(EditRefusal refusal) => s_texts.Find($"Refusal.{refusal}") ?? s_texts.Get("Refusal.Other");
}
