using System.Collections.Immutable;

namespace SupervisorBot.Chat.Administration;

/// <summary>One line of the grammar of <c>/admin</c>, as help shows it.</summary>
/// <param name="Name">By which its description is found, see <see cref="Texts.AdminTexts.Description"/>.</param>
/// <param name="Usage">What is typed.</param>
/// <param name="Example">One example as it is typed.</param>
internal sealed record AdminSyntax(string Name, string Usage, string Example)
{
    public static AdminSyntax Inspectors { get; } = new(nameof(Inspectors), "/admin inspectors [text]", "/admin inspectors megan");

    public static AdminSyntax AddInspector { get; } = new(
        nameof(AddInspector),
        "/admin inspector add <agentId> person=<object id> phone=<number> name=\"<name>\" [permissions=<list>] [teams=\"<list>\"]",
        "/admin inspector add 1003 person=8f5e… phone=40041 name=\"Megan Bowen\" teams=\"Front desk\"");

    public static AdminSyntax ChangeInspector { get; } = new(
        nameof(ChangeInspector),
        "/admin inspector change <agentId> [person=<object id>] [phone=<number>] [name=\"<name>\"] [teams=\"<list>\"|teams=all]",
        "/admin inspector change 1003 phone=40042 teams=\"Front desk, Back office\"");

    public static AdminSyntax RemoveInspector { get; } = new(nameof(RemoveInspector), "/admin inspector remove <agentId>", "/admin inspector remove 1003");

    public static AdminSyntax Permit { get; } = new(nameof(Permit), "/admin permit <agentId> <permission>…", "/admin permit 1003 Listen Whisper");

    public static AdminSyntax Forbid { get; } = new(nameof(Forbid), "/admin forbid <agentId> <permission>…", "/admin forbid 1003 Intercept");

    public static AdminSyntax Teams { get; } = new(nameof(Teams), "/admin teams [text]", "/admin teams desk");

    public static AdminSyntax AddTeam { get; } = new(
        nameof(AddTeam),
        "/admin team add \"<name>\" [numbers=<list>] [groups=\"<list>\"]",
        "/admin team add \"Front desk\" numbers=2001-2024,2100 groups=\"Sales, Support\"");

    public static AdminSyntax ChangeTeam { get; } = new(
        nameof(ChangeTeam),
        "/admin team change \"<name>\" [name=\"<new name>\"] [numbers=<list>|numbers=none] [groups=\"<list>\"|groups=none]",
        "/admin team change \"Front desk\" numbers=2001-2040");

    public static AdminSyntax RemoveTeam { get; } = new(nameof(RemoveTeam), "/admin team remove \"<name>\"", "/admin team remove \"Front desk\"");

    public static ImmutableArray<AdminSyntax> All { get; } =
        [Inspectors, AddInspector, ChangeInspector, RemoveInspector, Permit, Forbid, Teams, AddTeam, ChangeTeam, RemoveTeam];
}
