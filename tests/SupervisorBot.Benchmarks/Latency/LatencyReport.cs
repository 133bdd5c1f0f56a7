using System.Globalization;
using System.Text;
using SupervisorBot.Benchmarks.Centre;
using SupervisorBot.Benchmarks.Report;

namespace SupervisorBot.Benchmarks.Latency;

/// <summary>Writes the bot's share of an interception's time.</summary>
internal static class LatencyReport
{
    public static string Write(LatencyResults results, BenchmarkOptions options)
    {
        var series = results.Series;
        var text = new StringBuilder().AppendLine(CultureInfo.InvariantCulture, $"""
            ## (b) The bot's share of an interception

            {options.Inspectors} inspectors at once, each of whom listens already; {options.LatencyRounds} rounds after {options.LatencyWarmUpRounds} to warm up, in each every row in turn and in each row one interception for every inspector. Milliseconds. p50 with the least and the greatest p50 of a round; p99 and the maximum over all rounds together.

            | from … to | presses | server | interceptions | p50 (rounds) | p99 | max |
            | --- | --- | --- | ---: | ---: | ---: | ---: |
            """);
        Rows(text, "press sent → intercept received", series, sample => sample.RefreshedGuid ? null : sample.PressToIntercept);
        Rows(text, "the same, where an old Guid was refreshed first", series, sample => sample.RefreshedGuid ? sample.PressToIntercept : null);
        Rows(text, "talk event taken → post received", series, sample => sample.TalkToPost);
        Rows(text, "talk event taken → edit received", series, sample => sample.TalkToEdit);
        Rows(text, "press sent → press answered", series, sample => sample.PressToAnswer);
        Rows(text, "talk event raised → taken (the poll's pause)", series, sample => sample.WaitForPoll);
        var all = series.SelectMany(one => one.Rounds).SelectMany(round => round).ToList();
        var bots = all.Count(sample => sample.TalkToPost is not null);
        var refreshed = all.Count(sample => sample.RefreshedGuid);
        return text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"""
            - All moments are taken in one process, which sends the presses and holds the simulated gateway and the connector, by one clock.
            - "press sent → intercept received": the HTTP hop of the press to the bot, the bot, and the HTTPS hop of the PUT to the gateway, up to the moment at which its handler begins. None of it is the gateway's own time. {refreshed} of {bots} times the bot found its Guid older than `Gateway:GuidMaximumAge` and refreshed it first by a whole request (`agentstatus`), whose answering is the gateway's own: a row of their own.
            - "bare relay": the same two hops without the bot: an endpoint that parses the press and sends one PUT over a warm HTTPS connection.
            - "talk event taken → post received": from the moment at which the gateway takes AgentEvent_Talking into the answer of a waiting poll, through the writing of that answer (the gateway's own), its HTTPS hop, the bot, and the HTTP hop of the post up to its last byte. The post follows the edits of the same thread, which are answered first. The wait of an event for the next poll is not in it; it has its own row, by the gateway's rule of 200 to 500 ms between polls.
            - The simulated gateway raises the talk {BenchmarkGateway.TalkingDelay.TotalMilliseconds} ms after the intercept. The bot's settings are its defaults.
            - Aim: p50 under 5 ms and p99 under 25 ms in both directions, beyond the gateway's own time.
            {results.StorageNote}
            """).ToString();
    }

    private static void Rows(StringBuilder text, string what, IEnumerable<LatencySeries> series, Func<TakeoverSample, double?> figure)
    {
        foreach (var one in series)
        {
            var rounds = one.Rounds.Select(round => round.Select(figure).OfType<double>().ToList()).Where(round => round.Count > 0).ToList();
            if (rounds.Count == 0)
            {
                continue;
            }

            var all = new Spread(rounds.SelectMany(round => round));
            var medians = new Spread(rounds.Select(round => new Spread(round).Median));
            text.AppendLine(CultureInfo.InvariantCulture,
                $"| {what} | {one.Pattern.Title} | {one.Server.Title} | {all.Count} | {all.Median:0.0} ({medians.Percentile(0):0.0}–{medians.Max:0.0}) | {all.Percentile(99):0.0} | {all.Max:0.0} |");
        }
    }
}
