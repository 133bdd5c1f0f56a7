using System.Text.Json;

namespace SupervisorBot.Demo;

/// <summary>Runs the bot and the simulator for a client of one's own, until somebody stops them.</summary>
internal static class WaitingCommand
{
    /// <summary>Runs it. Its only line tells the addresses, for a program to read.</summary>
    /// <returns>0.</returns>
    public static async Task<int> RunAsync(DemoRun run, TextWriter output, CancellationToken ct)
    {
        var addresses = new
        {
            messages = run.MessagesEndpoint,
            gateway = run.Simulator.BaseAddress,
            admin = run.Simulator.AdminAddress,
            folder = run.Folder,
        };
        await output.WriteLineAsync(JsonSerializer.Serialize(addresses));
        await output.FlushAsync(ct);
        await Task.Delay(Timeout.Infinite, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return 0;
    }
}
