using System.Globalization;

namespace SupervisorBot.GatewaySimulator;

/// <summary>Hires everybody: the inspectors, their VCC's agents, and a few agents of another VCC.</summary>
internal static class Staff
{
    private const int FirstAgent = 2001;
    private const int FirstForeignAgent = 9001;

    private static readonly string[] Names =
    [
        "Amara Okafor", "Lukas Brandt", "Siobhán Kelly", "Mateo Fernández", "Yuki Tanaka", "Priya Raman",
        "Élodie Marchand", "Omar Haddad", "Nadia Petrova", "João Carvalho", "Grace Mwangi", "Henrik Sørensen",
        "Zhao Meilin 赵美琳", "Isabella Rossi", "Tomasz Nowak", "Leila Amini", "Daniel Osei", "Hanna Virtanen",
        "Carlos Mendoza", "Aisha Rahman", "Viktor Novák", "Chloe Nguyen", "Pieter de Vries", "Zeynep Yılmaz",
        "Rosa Delgado", "Kwame Boateng", "Ingrid Larsen", "Arjun Mehta", "Fatima Zahra", "Liam Walsh",
    ];

    /// <summary>The inspectors there are when the options name none.</summary>
    private static readonly SimulatedInspector[] DefaultInspectors =
    [
        new() { AgentId = 1001, Name = "Alex Wilber" },
        new() { AgentId = 1002, Name = "Megan Bowen" },
        new() { AgentId = 1003, Name = "Diego Siciliani" },
    ];

    public static IEnumerable<SimulatedInspector> Inspectors(SimulatorOptions options) =>
        options.Inspectors.Count > 0 ? options.Inspectors : DefaultInspectors;

    public static IEnumerable<Agent> Hire(SimulatorOptions options)
    {
        foreach (var inspector in Inspectors(options))
        {
            yield return new Agent(
                inspector.AgentId, inspector.Name, AgentGroup.QualityInspection, inspector.Vcc, true,
                inspector.Password ?? options.InspectorPassword, Phone(inspector.AgentId));
        }

        for (var i = 0; i < options.AgentCount; i++)
        {
            yield return Ordinary(FirstAgent + i, i, vcc: 1, options);
        }

        for (var i = 0; i < options.OtherVccAgentCount; i++)
        {
            yield return Ordinary(FirstForeignAgent + i, options.AgentCount + i, vcc: 2, options);
        }
    }

    /// <summary>One more inspector, named after their number.</summary>
    public static Agent Inspector(int agentId, string? password, int vcc, SimulatorOptions options) => new(
        agentId, string.Create(CultureInfo.InvariantCulture, $"Inspector {agentId}"), AgentGroup.QualityInspection, vcc, true,
        password ?? options.InspectorPassword, Phone(agentId));

    /// <summary>One more agent.</summary>
    public static Agent Ordinary(int workNo, int index, int vcc, SimulatorOptions options)
    {
        var round = index / Names.Length;
        var name = round == 0 ? Names[index] : string.Create(CultureInfo.InvariantCulture, $"{Names[index % Names.Length]} {round + 1}");
        return new Agent(workNo, name, AgentGroup.Ordinary[index % AgentGroup.Ordinary.Count], vcc, false, options.AgentPassword, Phone(workNo));
    }

    private static string Phone(int workNo) => string.Create(CultureInfo.InvariantCulture, $"88{workNo}");
}
