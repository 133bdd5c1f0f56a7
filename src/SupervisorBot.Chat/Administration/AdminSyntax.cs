using System.Collections.Immutable;

namespace SupervisorBot.Chat.Administration;

/// <summary>One line of the grammar of <c>/admin</c>, as help shows it.</summary>
/// <param name="Usage">What is typed.</param>
/// <param name="Description">One line.</param>
/// <param name="Example">One example as it is typed.</param>
internal sealed record AdminSyntax(string Usage, string Description, string Example)
{
    public static AdminSyntax Inspectors { get; } = new("/admin inspectors [text]", "List the inspectors, what they may do and with whom.", "/admin inspectors megan");

    public static AdminSyntax AddInspector { get; } = new(
        "/admin inspector add <agentId> person=<object id> phone=<number> name=\"<name>\" [permissions=<list>] [teams=\"<list>\"]",
        "Make a person an inspector. Without permissions: all but Administer and Force. Without teams: everyone.",
        "/admin inspector add 1003 person=8f5e… phone=40041 name=\"Megan Bowen\" teams=\"Front desk\"");

    public static AdminSyntax ChangeInspector { get; } = new(
        "/admin inspector change <agentId> [person=<object id>] [phone=<number>] [name=\"<name>\"] [teams=\"<list>\"|teams=all]",
        "Change what is given; the rest stays.",
        "/admin inspector change 1003 phone=40042 teams=\"Front desk, Back office\"");

    public static AdminSyntax RemoveInspector { get; } = new(
        "/admin inspector remove <agentId>", "Remove an inspector; they are signed out.", "/admin inspector remove 1003");

    public static AdminSyntax Permit { get; } = new("/admin permit <agentId> <permission>…", "Let an inspector do more.", "/admin permit 1003 Listen Whisper");

    public static AdminSyntax Forbid { get; } = new("/admin forbid <agentId> <permission>…", "Let an inspector do less.", "/admin forbid 1003 Intercept");

    public static AdminSyntax Teams { get; } = new("/admin teams [text]", "List the teams.", "/admin teams desk");

    public static AdminSyntax AddTeam { get; } = new(
        "/admin team add \"<name>\" [numbers=<list>] [groups=\"<list>\"]",
        "Make a team of work numbers, of the gateway's agent groups, or of both.",
        "/admin team add \"Front desk\" numbers=2001-2024,2100 groups=\"Sales, Support\"");

    public static AdminSyntax ChangeTeam { get; } = new(
        "/admin team change \"<name>\" [name=\"<new name>\"] [numbers=<list>|numbers=none] [groups=\"<list>\"|groups=none]",
        "Change what is given; the rest stays.",
        "/admin team change \"Front desk\" numbers=2001-2040");

    public static AdminSyntax RemoveTeam { get; } = new("/admin team remove \"<name>\"", "Remove a team that no inspector has any more.", "/admin team remove \"Front desk\"");

    public static ImmutableArray<AdminSyntax> All { get; } =
        [Inspectors, AddInspector, ChangeInspector, RemoveInspector, Permit, Forbid, Teams, AddTeam, ChangeTeam, RemoveTeam];
}
