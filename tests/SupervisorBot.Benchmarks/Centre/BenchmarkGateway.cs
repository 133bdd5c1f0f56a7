using SupervisorBot.Benchmarks.Chat;
using SupervisorBot.GatewaySimulator;

namespace SupervisorBot.Benchmarks.Centre;

/// <summary>The gateway of a run: the simulator over HTTPS, where nothing happens by itself.</summary>
internal static class BenchmarkGateway
{
    private const int FirstInspector = 100_001;
    private const int FirstAgent = 2001;

    /// <summary>How long after an accepted intercept the talk begins: well after the press has been answered and the card has been edited.</summary>
    public static readonly TimeSpan TalkingDelay = TimeSpan.FromMilliseconds(500);

    /// <param name="inspectors">How many inspectors there are, and as many agents.</param>
    /// <param name="talkingDelay">How long after an accepted intercept the talk begins.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static Task<GatewaySimulatorHost> StartAsync(int inspectors, TimeSpan talkingDelay, CancellationToken cancellationToken)
    {
        var options = new SimulatorOptions
        {
            Port = 0,
            AdminPort = 0,
            AutonomousLife = false,
            AgentCount = inspectors,
            PhonePickupDelay = TimeSpan.FromMilliseconds(50),
            TalkingDelay = talkingDelay,
        };
        foreach (var person in People(inspectors))
        {
            options.Inspectors.Add(new SimulatedInspector { AgentId = person.AgentId, Name = person.Name });
        }

        return GatewaySimulatorHost.StartAsync(options, null, cancellationToken);
    }

    public static IReadOnlyList<ChatPerson> People(int count) => [.. Enumerable.Range(FirstInspector, count).Select(id => new ChatPerson(id))];

    /// <summary>The agent whose calls an inspector takes over.</summary>
    public static int AgentOf(ChatPerson person) => person.AgentId - FirstInspector + FirstAgent;
}
