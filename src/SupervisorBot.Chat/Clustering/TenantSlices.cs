using System.Collections.Concurrent;

namespace SupervisorBot.Chat.Clustering;

/// <summary>
/// One node's share of a tenant's rate. While one question to the tenant's grain is under way, the calls that come meanwhile wait and are asked for together,
/// so that the grain is asked no more often than its answers take, however much is sent.
/// </summary>
internal sealed class TenantSlices(ITenantRate rate, TimeProvider time)
{
    private readonly ConcurrentQueue<TaskCompletionSource<long>> _waiting = new();
    private int _isAsking;

    /// <summary>Reserves a moment.</summary>
    /// <returns>How long from now.</returns>
    public async Task<TimeSpan> ReserveAsync()
    {
        var moment = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting.Enqueue(moment);
        if (Interlocked.Exchange(ref _isAsking, 1) == 0)
        {
            _ = Task.Run(AskAsync);
        }

        var due = await moment.Task;
        return time.GetElapsedTime(time.GetTimestamp(), due);
    }

    private async Task AskAsync()
    {
        do
        {
            List<TaskCompletionSource<long>> asked = [];
            while (asked.Count < MostAtOnce && _waiting.TryDequeue(out var next))
            {
                asked.Add(next);
            }

            if (asked.Count > 0)
            {
                await AskForAsync(asked);
            }

            Volatile.Write(ref _isAsking, 0);
        }
        while (!_waiting.IsEmpty && Interlocked.Exchange(ref _isAsking, 1) == 0);
    }

    private async Task AskForAsync(List<TaskCompletionSource<long>> asked)
    {
        try
        {
            var spans = await rate.ReserveAsync(asked.Count);
            var now = time.GetTimestamp();
            foreach (var (moment, span) in asked.Zip(spans))
            {
                moment.TrySetResult(now + (long)(span.TotalSeconds * time.TimestampFrequency));
            }
        }
#pragma warning disable CA1031 // Whoever waits decides what a grain that cannot be reached means.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            asked.ForEach(moment => moment.TrySetException(exception));
        }
    }

    private static int MostAtOnce => 50;
}
