using Spectre.Console;

namespace SupervisorBot.Demo;

/// <summary>Plays the walkthrough, and tells how it went.</summary>
internal static class WalkthroughCommand
{
    /// <summary>Runs it.</summary>
    /// <returns>0 when the interception went as it must, 1 otherwise.</returns>
    public static async Task<int> RunAsync(DemoRun run, IAnsiConsole console, DemoLog log, CancellationToken ct)
    {
        try
        {
            await new Walkthrough(run, new ChatPrinter(console)).PlayAsync(ct);
        }
        catch (Exception exception) when (exception is WalkthroughException or HttpRequestException)
        {
            Record(run, console);
            console.WriteLine($"The walkthrough failed. {exception.Message}", new Style(Color.Red));
            foreach (var warning in log.Warnings)
            {
                console.WriteLine($"  {warning}");
            }

            return 1;
        }

        Record(run, console);
        console.WriteLine("The call was taken over: one intercept reached the gateway, for the chosen agent and call.", new Style(Color.Green));
        return 0;
    }

    private static void Record(DemoRun run, IAnsiConsole console)
    {
        console.WriteLine();
        console.Write(new Rule("What the gateway's own record says") { Justification = Justify.Left, Style = new Style(Color.Grey) });
        console.WriteLine();
        var lines = Verdict.Lines(run.Simulator.RequestLog.Snapshot()).ToList();
        lines.ForEach(line => console.Profile.Out.Writer.WriteLine(line));
        if (lines.Count == 0)
        {
            console.WriteLine("No intercept was received.");
        }
    }
}
