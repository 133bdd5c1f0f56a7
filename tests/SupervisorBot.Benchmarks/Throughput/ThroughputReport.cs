using System.Globalization;
using System.Text;
using SupervisorBot.Benchmarks.Report;

namespace SupervisorBot.Benchmarks.Throughput;

/// <summary>Writes the turns per second.</summary>
internal static class ThroughputReport
{
    public static string Write(ThroughputResults measured, BenchmarkOptions options)
    {
        var results = measured.Rounds;
        var rounds = results.First().Value;
        var rate = new Spread(rounds.Select(round => round.TurnsPerSecond));
        var cpu = new Spread(rounds.Select(round => round.CpuMillisecondsPer1000Turns));
        var text = new StringBuilder().AppendLine(CultureInfo.InvariantCulture, $"""
            ## (a) Turns per second

            {options.Conversations} conversations at once, each of which says the next thing when the last was answered and its reply has arrived at the connector; {options.ThroughputRounds} rounds of {options.ThroughputRound.TotalSeconds} s for each row in turn, after a warm-up of {options.ThroughputWarmUp.TotalSeconds} s each. Median (min–max). CPU is the server process's own; the turns per second contain the load generator and the connector as well, which share the machine's cores and whose CPU per 1,000 turns is in the last column.

            | turn | server | turns/s | beside bare | CPU ms per 1,000 turns | beside bare | the generator's CPU |
            | --- | --- | ---: | ---: | ---: | ---: | ---: |
            """);
        foreach (var (contender, figures) in results)
        {
            var turns = new Spread(figures.Select(figure => figure.TurnsPerSecond));
            var used = new Spread(figures.Select(figure => figure.CpuMillisecondsPer1000Turns));
            var load = new Spread(figures.Select(figure => figure.LoadCpuMillisecondsPer1000Turns));
            text.AppendLine(CultureInfo.InvariantCulture,
                $"| {contender.What} | {contender.Server.Title} | {turns.Text("N0")} | {turns.Median / rate.Median:P0} | {used.Text("N0")} | {used.Median / cpu.Median:0.0} × | {load.Median:N0} |");
        }

        return text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"""
            - `bare endpoint`: an ASP.NET Core endpoint that parses the activity with System.Text.Json's source generation and posts one line of text to the same connector. It gets the same activity.
            - `/help`: the reply is a card with all commands.
            - `dialog step`: the press on "refresh" of the dialog's list of agents (an invoke). It is over when the card came back as the answer and the message's edit has arrived. The list is read from the gateway once (`Roster:Interval` 5 min), so that no step asks the gateway; `BotFramework:EditAfterAnswerDelay` is 0.
            - Aim: `/help` reaches at least 50 % of the bare endpoint's turns per second.
            {measured.StorageNote}
            """).ToString();
    }
}
