using System.Text.Json.Nodes;
using SupervisorBot.Benchmarks.Centre;
using SupervisorBot.Benchmarks.Chat;
using SupervisorBot.Benchmarks.Servers;

namespace SupervisorBot.Benchmarks.Throughput;

/// <summary>Turns per second and CPU per turn: the bot beside the bare endpoint, round by round.</summary>
internal static class ThroughputScenario
{
    public const string Help = "/help";
    public const string Step = "dialog step";

    // The most that the options take.
    private const int Unlimited = 100_000;

    /// <summary>
    /// The list of agents is read from the gateway once, so that the step makes no gateway request; the edit that the press causes leaves with the answer
    /// instead of 150 ms after it, or the delay alone would bound the turns of so many conversations. A slow first turn shows no typing sign, which is an
    /// activity that answers nothing; and Teams' rates, which hold the bot back in earnest, are lifted.
    /// </summary>
    private static JsonObject Settings => new()
    {
        ["Roster"] = new JsonObject { ["Interval"] = "00:05:00" },
        ["BotFramework"] = new JsonObject
        {
            ["EditAfterAnswerDelay"] = "00:00:00",
            ["SendsPerSecond"] = Unlimited,
            ["SendsPerTwoSeconds"] = Unlimited,
            ["SendsPerHalfMinute"] = Unlimited,
            ["SendsPerHour"] = Unlimited,
            ["TenantSendsPerSecond"] = Unlimited,
        },
        ["Chat"] = new JsonObject { ["TypingAfter"] = "00:00:10" },
    };

    public static async Task<ThroughputResults> RunAsync(BenchmarkOptions options, DirectoryInfo folder, CancellationToken cancellationToken)
    {
        await using var connector = await LeanConnector.StartAsync(cancellationToken);
        var inspectors = options.Conversations * Bots.Kinds(options.Edge).Count;
        await using var gateway = await BenchmarkGateway.StartAsync(inspectors, BenchmarkGateway.TalkingDelay, cancellationToken);
        var people = BenchmarkGateway.People(inspectors);
        Benchmark.Tell("throughput: starting the servers and signing the inspectors in");
        await using var bots = await Bots.StartAsync(folder, gateway, people, connector, Settings, cancellationToken, options.Edge);
        var bareSettings = await ServerSettings.WriteAsync(folder.CreateSubdirectory("bare"), gateway, [], "Memory");
        await using var bare = await ServerProcess.StartAsync("bare endpoint", ServedProcess.Bare, bareSettings, cancellationToken);
        using var bareSender = bare.Sender();

        Contender[] contenders =
        [
            new(Help, bare, [.. bots.All[0].Chats.Select(chat => new Speaker(chat.Inbox, bareSender, chat.Message(Help)))]),
            .. bots.All.Select(HelpOf),
            .. await Task.WhenAll(bots.All.Select(bot => StepOfAsync(bot, cancellationToken))),
        ];
        return new ThroughputResults(await MeasureAsync([.. contenders], options, cancellationToken), Storages.Note);
    }

    private static Contender HelpOf(BotProcess bot) =>
        new(Help, bot.Server, [.. bot.Chats.Select(chat => new Speaker(chat.Inbox, chat.Sender, chat.Message(Help)))]);

    /// <summary>The press on "refresh" of the dialog's first card: the bot renders the page, answers with it and edits the message for everyone else.</summary>
    private static async Task<Contender> StepOfAsync(BotProcess bot, CancellationToken cancellationToken)
    {
        const string Verb = "intercept.page";
        var speakers = new List<Speaker>();
        foreach (var chat in bot.Chats)
        {
            var dialog = await chat.AskAsync("/intercept", Verb, cancellationToken);
            speakers.Add(new Speaker(chat.Inbox, chat.Sender, chat.Press(dialog, Verb)));
        }

        return new Contender(Step, bot.Server, speakers);
    }

    private static async Task<Dictionary<Contender, List<LoadResult>>> MeasureAsync(Contender[] contenders, BenchmarkOptions options, CancellationToken cancellationToken)
    {
        foreach (var speaker in contenders.SelectMany(contender => contender.Speakers))
        {
            speaker.Inbox.Keeps = false;
        }

        foreach (var contender in contenders)
        {
            Benchmark.Tell($"throughput: warming up {contender.What} at {contender.Server.Title}");
            await Load.RunAsync(contender, options.ThroughputWarmUp, cancellationToken);
        }

        var results = contenders.ToDictionary(contender => contender, _ => new List<LoadResult>());
        for (var round = 0; round < options.ThroughputRounds; round++)
        {
            foreach (var contender in contenders)
            {
                var result = await Load.RunAsync(contender, options.ThroughputRound, cancellationToken);
                results[contender].Add(result);
                Benchmark.Tell($"throughput: round {round + 1}, {contender.What} at {contender.Server.Title}: {result.TurnsPerSecond:N0} turns/s");
            }
        }

        return results;
    }
}
