using System.Diagnostics;

namespace SupervisorBot.Benchmarks.Throughput;

/// <summary>Speaks in all conversations at once; in each the next thing is said when the last one was answered and its reply has arrived.</summary>
internal static class Load
{
    private static readonly TimeSpan s_turnLimit = TimeSpan.FromSeconds(15);

    public static async Task<LoadResult> RunAsync(Contender contender, TimeSpan length, CancellationToken cancellationToken)
    {
        var arrivedBefore = Arrived(contender);
        var cpu = contender.Server.CpuTime;
        var ownCpu = Environment.CpuUsage.TotalTime;
        var began = Stopwatch.GetTimestamp();
        var until = began + (long)(length.TotalSeconds * Stopwatch.Frequency);
        var turns = (await Task.WhenAll(contender.Speakers.Select(speaker => Task.Run(() => SpeakAsync(speaker, until, cancellationToken), cancellationToken)))).Sum();
        var took = Stopwatch.GetElapsedTime(began);
        cpu = contender.Server.CpuTime - cpu;
        ownCpu = Environment.CpuUsage.TotalTime - ownCpu;
        var arrived = Arrived(contender) - arrivedBefore;
        return arrived == turns
            ? new LoadResult(turns, took, cpu, ownCpu)
            : throw new InvalidOperationException($"{contender.What} at {contender.Server.Title}: {turns} turns, but {arrived} activities arrived.");
    }

    private static long Arrived(Contender contender) => contender.Speakers.Sum(speaker => speaker.Inbox.Arrived);

    private static async Task<long> SpeakAsync(Speaker speaker, long until, CancellationToken cancellationToken)
    {
        long turns = 0;
        while (Stopwatch.GetTimestamp() < until)
        {
            var reply = speaker.Inbox.NextAsync();
            await speaker.Sender.SendAsync(speaker.Activity.Next(), cancellationToken);
            await reply.WaitAsync(s_turnLimit, cancellationToken);
            turns++;
        }

        return turns;
    }
}
