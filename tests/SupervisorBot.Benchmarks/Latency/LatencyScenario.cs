using SupervisorBot.Benchmarks.Centre;
using SupervisorBot.Benchmarks.Chat;
using SupervisorBot.Benchmarks.Servers;

namespace SupervisorBot.Benchmarks.Latency;

/// <summary>The bot's share of an interception's time.</summary>
internal static class LatencyScenario
{
    public static async Task<LatencyResults> RunAsync(BenchmarkOptions options, DirectoryInfo folder, CancellationToken cancellationToken)
    {
        await using var connector = await LeanConnector.StartAsync(cancellationToken);
        await using var gateway = await BenchmarkGateway.StartAsync(options.Inspectors * Storages.Here.Count, BenchmarkGateway.TalkingDelay, cancellationToken);
        var people = BenchmarkGateway.People(options.Inspectors * Storages.Here.Count);
        Benchmark.Tell("latency: starting the servers and signing the inspectors in");
        await using var bots = await Bots.StartAsync(folder, gateway, people, connector, null, cancellationToken);
        var bareSettings = await ServerSettings.WriteAsync(folder.CreateSubdirectory("bare"), gateway, [], "Memory");
        await using var bare = await ServerProcess.StartAsync("bare relay", ServedProcess.Bare, bareSettings, cancellationToken);
        using var relay = new RelayTakeovers(bare, gateway, [.. people.Take(options.Inspectors)]);

        ITakeoverServer[] servers = [relay, .. bots.All.Select(bot => new BotTakeovers(bot, gateway))];
        PressPattern[] patterns = [PressPattern.Spread(options.PressesOver), PressPattern.Burst];
        var series = servers.SelectMany(server => patterns.Select(pattern => new LatencySeries(server, pattern, []))).ToList();
        for (var round = -options.LatencyWarmUpRounds; round < options.LatencyRounds; round++)
        {
            Benchmark.Tell(round < 0 ? "latency: warming up" : $"latency: round {round + 1}");
            foreach (var one in series)
            {
                var samples = await one.Server.RunAsync(one.Pattern, cancellationToken);
                if (round >= 0)
                {
                    one.Rounds.Add(samples);
                }
            }
        }

        return new LatencyResults(series, Storages.Note);
    }
}
