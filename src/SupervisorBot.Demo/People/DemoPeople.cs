using SupervisorBot.ConnectorSimulator.Chats;

namespace SupervisorBot.Demo;

/// <summary>Everybody in the demo's chats. The inspectors are those of the simulator.</summary>
internal static class DemoPeople
{
    /// <summary>The one in front of the client.</summary>
    public static DemoPerson Alex { get; } = new("29:1alex", "Alex", "Wilber", "aaaaaaaa-0000-4000-8000-000000000020", 1001);

    /// <summary>A member of the chats who is no inspector.</summary>
    public static DemoPerson Patti { get; } = new("29:1patti", "Patti", "Fernandez", "aaaaaaaa-0000-4000-8000-000000000024");

    /// <summary>The others; the Playground wants exactly five.</summary>
    public static IReadOnlyList<DemoPerson> Others { get; } =
    [
        new("29:1megan", "Megan", "Bowen", "aaaaaaaa-0000-4000-8000-000000000021", 1002),
        new("29:1diego", "Diego", "Siciliani", "aaaaaaaa-0000-4000-8000-000000000022", 1003),
        new("29:1adele", "Adele", "Vance", "aaaaaaaa-0000-4000-8000-000000000023"),
        Patti,
        new("29:1lynne", "Lynne", "Robbins", "aaaaaaaa-0000-4000-8000-000000000025"),
    ];

    /// <summary>Those who may use the bot.</summary>
    public static IEnumerable<DemoPerson> Inspectors => Others.Prepend(Alex).Where(person => person.AgentId is not null);

    /// <summary>The bot as the chats know it.</summary>
    public static ChatBot Bot { get; } = new();
}
