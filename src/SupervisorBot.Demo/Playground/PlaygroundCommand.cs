using Spectre.Console;

namespace SupervisorBot.Demo;

/// <summary>Runs the demo with the Playground as the chat client, until somebody stops it.</summary>
internal static class PlaygroundCommand
{
    /// <summary>npx fetches 15 MB once, and waits for somebody's answer before that.</summary>
    private static readonly TimeSpan s_startLimit = TimeSpan.FromMinutes(5);

    /// <summary>Runs it.</summary>
    /// <returns>0 when it was told to stop, 1 when the Playground did not start or ended by itself.</returns>
    public static async Task<int> RunAsync(DemoRun run, DemoOptions options, IAnsiConsole console, CancellationToken ct)
    {
        console.WriteLine("The chat client is the Microsoft 365 Agents Playground. npx fetches it from npm, under Microsoft's own terms, and asks you first.");
        await using var playground = PlaygroundProcess.Start(run, options);
        try
        {
            if (await playground.Port.WaitAsync(s_startLimit, ct) is not { } port)
            {
                return Fail(console, "The Playground did not start.");
            }

            Greet(run, port, console);
            await playground.WaitForExitAsync(ct);
            return Fail(console, "The Playground has ended.");
        }
        catch (TimeoutException)
        {
            return Fail(console, $"The Playground did not start within {s_startLimit.TotalMinutes:0} minutes.");
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            console.WriteLine();
            console.WriteLine("Stopping.");
            return 0;
        }
    }

    private static int Fail(IAnsiConsole console, string what)
    {
        console.WriteLine();
        console.WriteLine(what, new Style(Color.Red));
        console.WriteLine("Without it, --walkthrough plays the chat here: dotnet run --project src/SupervisorBot.Demo -- --walkthrough");
        return 1;
    }

    private static void Greet(DemoRun run, int port, IAnsiConsole console)
    {
        console.WriteLine();
        console.WriteLine($"Chat with the bot     http://localhost:{port}", new Style(Color.Aqua));
        console.WriteLine($"The contact centre    {run.Simulator.AdminAddress}");
        console.WriteLine();
        console.WriteLine("Type in the chat:");
        console.WriteLine("  /signin      sign in at the contact centre (as Alex Wilber, agent id 1001)");
        console.WriteLine("  /agents      see who is in a call");
        console.WriteLine("  /intercept   choose a call, confirm, and take it over");
        console.WriteLine("  /hangup      end your talk with the customer");
        console.WriteLine();
        console.WriteLine("Ctrl+C stops everything.");
    }
}
