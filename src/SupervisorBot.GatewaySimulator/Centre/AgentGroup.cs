namespace SupervisorBot.GatewaySimulator;

/// <summary>A group of agents with the skill of the same name.</summary>
internal sealed record AgentGroup(int Id, string Name, int SkillId)
{
    public static readonly AgentGroup QualityInspection = new(10, "Quality", 20);

    /// <summary>The groups that ordinary agents belong to, in turn.</summary>
    public static readonly IReadOnlyList<AgentGroup> Ordinary =
    [
        new(1, "Sales", 11),
        new(2, "Billing", 12),
        new(3, "Support", 13),
        new(4, "Retention", 14),
    ];

    public static IEnumerable<AgentGroup> All => [.. Ordinary, QualityInspection];
}
