using System.Globalization;
using System.Text;

namespace SupervisorBot.Benchmarks.Sessions;

/// <summary>Writes what signed-in inspectors cost.</summary>
internal static class SessionReport
{
    public static string Write(IReadOnlyList<SessionResult> results, BenchmarkOptions options)
    {
        var text = new StringBuilder().AppendLine(CultureInfo.InvariantCulture, $"""
            ## (c) What signed-in inspectors cost

            One bot after the other, on SQLite with its defaults, each with more signed-in inspectors over long polls (HTTPS, one connection each). At rest: {options.AtRest.TotalSeconds} s in which nothing happens but polls and renewed Guids. Talks: up to {options.Talks:N0} inspectors, each with an accepted intercept, whose AgentEvent_Talking come at {options.TalksPerSecond:N0} a second, spread over 100 tenants and a thread each.

            | signed in | CPU at rest, cores | resident at first, MB | at rest, MB | per session, KB | bare polls: cores | bare polls: per session, KB | talks/s | talk taken → post, p50 ms | p99 ms | max ms | talk raised → taken, p50 ms |
            | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
            """);
        foreach (var result in results)
        {
            text.AppendLine(CultureInfo.InvariantCulture,
                $"| {result.Sessions:N0} | {result.CpuAtRest:0.00} | {Megabytes(result.EmptyBytes):0} | {Megabytes(result.RestBytes):0} | {result.BytesPerSession / 1024:0.0} | {result.BareCpu:0.00} | {result.BareBytesPerSession / 1024:0.0} | {result.TalksPerSecond:N0} | {result.TalkToPost.Median:0.0} | {result.TalkToPost.Percentile(99):0.0} | {result.TalkToPost.Max:0.0} | {result.WaitForPoll.Median:0.0} |");
        }

        return text.AppendLine().AppendLine("""
            - Memory is the process's resident set, with everything in it: the runtime, TLS, pooled buffers, what the garbage collector has not given back. Per session: what it grew by, divided.
            - "bare polls": a process that signs as many inspectors in and only polls, by the same runtime's HTTP client over TLS. What a connection costs is in both.
            - CPU is the bot's own. At the talks the machine's cores are shared with the simulated gateway, which answers every poll over TLS, and with the connector.
            - "talk taken → post": from the moment at which the gateway takes the event into a poll's answer to the post's last byte at the connector; each talk is also stored, and edits its card.
            - Aim: linear, under 40 KB a session, 5,000 sessions under half of one core at rest, p99 under 50 ms at 1,000 events a second.
            """).ToString();
    }

    private static double Megabytes(long bytes) => bytes / 1024d / 1024;
}
