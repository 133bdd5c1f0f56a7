using System.Globalization;
using SupervisorBot.ConnectorSimulator.Chats;
using SupervisorBot.EndToEnd.Tests.Running;
using SupervisorBot.GatewaySimulator;

namespace SupervisorBot.EndToEnd.Tests.Faults;

/// <summary>
/// A bot with seats for many rows at once: each has an inspector, a second one who tries the call afterwards, an agent with a customer, and one whom the call can be
/// transferred to. A fault
/// strikes one seat's inspector only, so rows do not meet.
/// </summary>
internal sealed class FaultStage : IAsyncDisposable
{
    private const int FirstInspector = 5001;
    private const int FirstAgent = 2001;

    private readonly BotUnderTest _bot;
    private readonly int _seats;

    private FaultStage(BotUnderTest bot, int seats) => (_bot, _seats) = (bot, seats);

    public static async Task<FaultStage> OpenAsync(int seats, FaultSetting? setting)
    {
        var bot = await BotUnderTest.StartAsync(
            simulator =>
            {
                simulator.AgentCount = 2 * seats;
                for (var inspector = FirstInspector; inspector < FirstInspector + (2 * seats); inspector++)
                {
                    simulator.Inspectors.Add(new SimulatedInspector { AgentId = inspector, Name = NameOf(inspector) });
                }

                setting?.Simulator?.Invoke(simulator);
            },
            setting?.Bot,
            [.. Limits(), .. Directory(seats), .. setting?.Settings ?? []]);
        return new FaultStage(bot, seats);
    }

    /// <summary>A seat of the stage; each may be taken once.</summary>
    public FaultScene Seat(int number, FaultRow row)
    {
        var inspector = FirstInspector + (2 * number);
        return new FaultScene(_bot, inspector, Chat(inspector), inspector + 1, Chat(inspector + 1), FirstAgent + number, FirstAgent + _seats + number) { Row = row };
    }

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    private ChatClient Chat(int inspector) => _bot.Personal(new ChatUser($"29:{Text(inspector)}", NameOf(inspector), EntraIdOf(inspector)));

    /// <summary>Short limits, and still far above what an answer takes on a busy machine.</summary>
    private static IEnumerable<(string Name, string Value)> Limits() =>
    [
        ("Gateway:RequestTimeout", "00:00:05"),
        ("Gateway:InterceptTimeout", "00:00:05"),
        ("Gateway:PollTimeout", "00:00:11"),
        // One row's failures must not open the circuit for the others.
        ("Gateway:CircuitFailures", "1000"),
        // Nor may connections that other rows had closed use up what a row has to try again.
        ("Gateway:ReadRetries", "4"),
        ("BotFramework:ConnectorAttemptLimit", "00:00:04"),
        ("Session:SilenceLimit", "00:00:10"),
        ("Session:PhonePickupTimeout", "00:00:12"),
        ("Interception:TalkingTimeout", "00:00:04"),
    ];

    private static IEnumerable<(string Name, string Value)> Directory(int seats)
    {
        for (var inspector = FirstInspector; inspector < FirstInspector + (2 * seats); inspector++)
        {
            var section = $"Inspectors:{Text(inspector - FirstInspector)}";
            yield return ($"{section}:EntraObjectId", EntraIdOf(inspector));
            yield return ($"{section}:AgentId", Text(inspector));
            yield return ($"{section}:DisplayName", NameOf(inspector));
            yield return ($"{section}:PhoneNumber", Text(inspector + 40_000));
            yield return ($"{section}:Password", new SimulatorOptions().InspectorPassword);
        }
    }

    private static string NameOf(int inspector) => $"Inspector {Text(inspector)}";

    private static string EntraIdOf(int inspector) => $"bbbbbbbb-0000-4000-8000-{inspector.ToString("D12", CultureInfo.InvariantCulture)}";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
