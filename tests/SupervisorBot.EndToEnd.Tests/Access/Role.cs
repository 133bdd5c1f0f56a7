namespace SupervisorBot.EndToEnd.Tests.Access;

/// <summary>Somebody who wants something of the bot, and what they may do, in words of the test's own.</summary>
/// <param name="Name">Who.</param>
/// <param name="AgentId">Their agent id; null where they are no inspector.</param>
/// <param name="May">What is configured for them.</param>
internal sealed record Role(string Name, int? AgentId, params string[] May)
{
    private static readonly string[] s_permissions = ["List", "Listen", "Whisper", "Insert", "Intercept", "Force", "History", "Administer"];

    public bool IsForeign { get; init; }

    public bool IsGuest { get; init; }

    /// <summary>Everyone whom the table is made for.</summary>
    public static IReadOnlyList<Role> All { get; } =
    [
        new("not listed", null),
        new("of another tenant", 1101, s_permissions) { IsForeign = true },
        new("guest", 1102, s_permissions) { IsGuest = true },
        new("listed with nothing", 1103),
        .. s_permissions.Select((permission, index) => new Role($"only {permission}", 1110 + index, permission)),
        new("all", 1120, s_permissions),
        new("administrator", 1121, "List", "Administer"),
    ];

    public string Setting => May.Length == 0 ? "None" : string.Join(", ", May);

    public string ObjectId => $"bbbbbbbb-0000-4000-8000-00000000{AgentId ?? 9999}";

    public string ChatId => $"29:role-{AgentId ?? 9999}";

    public override string ToString() => Name;
}
