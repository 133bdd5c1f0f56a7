using System.Diagnostics;
using SupervisorBot.Benchmarks.Chat;

namespace SupervisorBot.Benchmarks.Latency;

/// <summary>Sends one press at its moment.</summary>
internal static class PressMoment
{
    /// <summary>The moments of so many presses, from a common start on.</summary>
    public static IReadOnlyList<TimeSpan> Of(PressPattern pattern, int count, Random random) =>
        [.. Enumerable.Range(0, count).Select(_ => pattern.Over * random.NextDouble())];

    /// <returns>When it was sent and when its answer had come, on the stopwatch's clock.</returns>
    public static async Task<(long Sent, long Answered)> SendAsync(ChatSender sender, byte[] press, TimeSpan after, CancellationToken cancellationToken)
    {
        await Task.Delay(after, cancellationToken);
        var sent = Stopwatch.GetTimestamp();
        await sender.SendAsync(press, cancellationToken);
        return (sent, Stopwatch.GetTimestamp());
    }

    public static double Milliseconds(long from, long to) => Stopwatch.GetElapsedTime(from, to).TotalMilliseconds;
}
