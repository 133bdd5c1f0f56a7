using SupervisorBot.Benchmarks.Boards;
using SupervisorBot.Benchmarks.Latency;
using SupervisorBot.Benchmarks.Report;
using SupervisorBot.Benchmarks.Sessions;
using SupervisorBot.Benchmarks.Throughput;

namespace SupervisorBot.Benchmarks;

/// <summary>Runs what was asked for and prints the report; what goes on meanwhile is told on the error stream.</summary>
internal static class Benchmark
{
    public static async Task<int> RunAsync(BenchmarkOptions options)
    {
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            stop.Cancel();
        };
        var folder = Directory.CreateTempSubdirectory("supervisorbot-benchmarks-");
        try
        {
            var report = new List<string> { MachineFacts.Describe(options) };
            if (options.Throughput)
            {
                report.Add(ThroughputReport.Write(await ThroughputScenario.RunAsync(options, folder.CreateSubdirectory("a"), stop.Token), options));
            }

            if (options.Latency)
            {
                report.Add(LatencyReport.Write(await LatencyScenario.RunAsync(options, folder.CreateSubdirectory("b"), stop.Token), options));
            }

            if (options.Sessions)
            {
                report.Add(SessionReport.Write(await SessionScenario.RunAsync(options, folder.CreateSubdirectory("c"), stop.Token), options));
            }

            if (options.Boards)
            {
                report.Add(BoardReport.Write(await BoardScenario.RunAsync(options, folder.CreateSubdirectory("d"), stop.Token), options));
            }

            Console.WriteLine(string.Join(Environment.NewLine, report));
            return 0;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            Console.Error.WriteLine("Stopped.");
            return 130;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    public static void Tell(string text) => Console.Error.WriteLine($"… {text}");
}
