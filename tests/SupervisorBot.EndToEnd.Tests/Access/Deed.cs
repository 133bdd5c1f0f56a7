using System.Text.Json.Nodes;

namespace SupervisorBot.EndToEnd.Tests.Access;

/// <summary>A command or a press, and what it takes, in words of the test's own.</summary>
/// <param name="Name">The command as it is typed, or the press's verb.</param>
/// <param name="Needs">The permission; null where it is enough to be listed.</param>
/// <param name="Press">What the button brings back; null for a command.</param>
/// <param name="Agent">The agent who is named, or null.</param>
internal sealed record Deed(string Name, string? Needs, JsonObject? Press, int? Agent)
{
    /// <summary>An agent of everybody's team here.</summary>
    public const int Own = 2001;

    /// <summary>An agent of another team.</summary>
    public const int Other = 2012;

    /// <summary>Nobody.</summary>
    public const int Nobody = 999_999;

    private static readonly int[] s_agents = [Own, Other, Nobody];

    public bool IsAdministration => Name.StartsWith("/admin", StringComparison.Ordinal);

    /// <summary>Every command and every verb, with each kind of agent where one is named.</summary>
    public static IEnumerable<Deed> All(Role role) =>
    [
        Said("/help", null), Said("/status", null), Said("/stop", null), Said("/hangup", null), Said("/signin", null), Said("/signout", null),
        Said("/hold", null), Said("/resume", null), Said("/mute", null), Said("/unmute", null), Said("/handback", null), Said($"/transfer agent {Other}", null),
        Said("/history", "History"), Said("/history all 7d", "History"),
        Said("/language", null), Said("/language en", null),
        Said("/agents", "List"), Said("/intercept", "Intercept"), Said("/board", "List"), Said("/board own", "List"),
        Said("/watch", "List"), Said("/watch call longer 5m", "List"), Said("/watch off all", "List"),
        Said("/switch listen", "Listen"), Said("/switch whisper", "Whisper"), Said("/switch insert", "Insert"),
        Said("/admin", "Administer"), Said("/admin inspectors", "Administer"), Said("/admin permit 1103 All", "Administer"),
        .. s_agents.SelectMany(agent => new[]
        {
            Said($"/calls {agent}", "List", agent), Said($"/listen {agent}", "Listen", agent), Said($"/whisper {agent}", "Whisper", agent),
            Said($"/insert {agent}", "Insert", agent), Said($"/intercept {agent}", "Intercept", agent), Said($"/history 7d {agent}", "History", agent), Said($"/intercept {agent} 1-1", "Intercept", agent),
            Said($"/force busy {agent}", "Force", agent), Said($"/force signout {agent}", "Force", agent), Said($"/drop {agent}", "Force", agent), Said($"/drop {agent} 1-1", "Force", agent),
        }),
        Pressed(role, "help.show", null), Pressed(role, "command.run", null, ("line", "/help")), Pressed(role, "session.status", null), Pressed(role, "session.signin", null),
        Pressed(role, "session.signout", null), Pressed(role, "monitor.stop", null), Pressed(role, "talk.hangup", null),
        .. new[] { "hold", "resume", "mute", "unmute", "transfer", "handback", "end" }.Select(move => Pressed(role, $"talk.{move}", null, ("callId", "1-1"))),
        Pressed(role, "talk.transferTo", null, ("op", Operation()), ("callId", "1-1"), ("targetKind", "Agent"), ("targetAddress", "2001")),
        Pressed(role, "act.cancel", null, ("op", Operation())),
        Pressed(role, "history.page", "History", ("who", "Me"), ("span", "Today"), ("page", 0)),
        Pressed(role, "history.csv", "History", ("who", "Everyone"), ("span", "SevenDays")),
        Pressed(role, "language.choose", null, ("language", "en")),
        Pressed(role, "agents.open", "List"), Pressed(role, "agents.page", "List", ("op", Operation())),
        Pressed(role, "board.page", "List", ("op", Operation())), Pressed(role, "board.stop", "List", ("op", Operation())), Pressed(role, "board.start", "List"),
        Pressed(role, "intercept.open", "Intercept"), Pressed(role, "intercept.page", "Intercept", ("op", Operation())),
        Pressed(role, "intercept.confirm", "Intercept", ("op", Operation())), Pressed(role, "intercept.cancel", null, ("op", Operation())),
        .. new[] { "Listen", "Whisper", "Insert" }.Select(mode => Pressed(role, "monitor.switch", mode, ("mode", mode))),
        .. s_agents.SelectMany(agent => new[]
        {
            Pressed(role, "monitor.start", "Listen", ("mode", "Listen"), ("workNo", agent)),
            Pressed(role, "monitor.start", "Whisper", ("mode", "Whisper"), ("workNo", agent)),
            Pressed(role, "monitor.start", "Insert", ("mode", "Insert"), ("workNo", agent)),
            Pressed(role, "force.confirm", "Force", ("op", Operation()), ("workNo", agent), ("state", "Busy"), ("reason", "Training")),
            Pressed(role, "drop.confirm", "Force", ("op", Operation()), ("workNo", agent), ("callId", "1-1"), ("reason", "Abuse")),
            Pressed(role, "intercept.open", "Intercept", ("workNo", agent)),
            Pressed(role, "history.page", "History", ("who", "Agent"), ("span", "Today"), ("workNo", agent)),
            Pressed(role, "history.csv", "History", ("who", "Agent"), ("span", "Today"), ("workNo", agent)),
            Pressed(role, "intercept.agent", "Intercept", ("workNo", agent), ("op", Operation())),
            Pressed(role, "intercept.call", "Intercept", ("workNo", agent), ("callId", "1-1"), ("op", Operation())),
        }),
    ];

    public override string ToString() => Press is null ? Name : $"{Name} {Press.ToJsonString()}";

    private static string Operation() => Guid.NewGuid().ToString("N");

    private static Deed Said(string text, string? needs, int? agent = null) => new(text, needs, null, agent);

    private static Deed Pressed(Role role, string verb, string? needs, params (string Name, JsonNode Value)[] data)
    {
        var press = new JsonObject { ["verb"] = verb };
        if (role.AgentId is { } by)
        {
            (press["by"], press["asker"]) = (by, role.Name);
        }

        foreach (var (name, value) in data)
        {
            press[name] = value;
        }

        return new Deed(verb, needs, press, data.FirstOrDefault(member => member.Name == "workNo").Value?.GetValue<int>());
    }
}
