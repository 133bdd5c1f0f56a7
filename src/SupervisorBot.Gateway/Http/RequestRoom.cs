using System.Threading.RateLimiting;

namespace SupervisorBot.Gateway.Http;

/// <summary>
/// Bounds how many requests of this process are under way at the gateway. Polls, which hang about for 10 s each, are counted apart, with the handshakes;
/// of the others a quarter of the places is kept for what an inspector at work waits for, such as an intercept, which takes any other free place
/// as well. Each lane has a waiting room with so many places, and a limit to the wait.
/// </summary>
internal sealed class RequestRoom : IDisposable
{
    private const int UrgentShare = 4;
    private readonly ConcurrencyLimiter polls;
    private readonly ConcurrencyLimiter urgent;
    private readonly ConcurrencyLimiter ordinary;
    private readonly TimeSpan longestWait;
    private readonly TimeProvider time;

    public RequestRoom(GatewayOptions options, TimeProvider time)
    {
        var kept = Math.Max(1, options.MaximumConcurrentRequests / UrgentShare);
        polls = Lane(options.MaximumConcurrentPolls, options);
        urgent = Lane(kept, options);
        ordinary = Lane(options.MaximumConcurrentRequests - kept, options);
        longestWait = options.MaximumRequestWait;
        this.time = time;
    }

    /// <summary>Waits for a place.</summary>
    /// <returns>The place, to be disposed of; null when there are too many requests.</returns>
    public async ValueTask<RateLimitLease?> EnterAsync(GatewayCall call, CancellationToken cancellationToken)
    {
        var lane = call.Kind == CallKind.KeepAlive ? polls : call.IsUrgent ? urgent : ordinary;
        return Try(lane) ?? (call.IsUrgent ? Try(ordinary) : null) ?? await WaitAsync(lane, cancellationToken);
    }

    public void Dispose()
    {
        polls.Dispose();
        urgent.Dispose();
        ordinary.Dispose();
    }

    private static ConcurrencyLimiter Lane(int places, GatewayOptions options) => new(new ConcurrencyLimiterOptions
    {
        PermitLimit = places,
        QueueLimit = options.MaximumWaitingRequests,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    private static RateLimitLease? Try(ConcurrencyLimiter lane) => Acquired(lane.AttemptAcquire());

    private async ValueTask<RateLimitLease?> WaitAsync(ConcurrencyLimiter lane, CancellationToken cancellationToken)
    {
        if (longestWait <= TimeSpan.Zero)
        {
            return null;
        }

        using var limit = new CancellationTokenSource(longestWait, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            return Acquired(await lane.AcquireAsync(1, either.Token));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private static RateLimitLease? Acquired(RateLimitLease lease)
    {
        if (lease.IsAcquired)
        {
            return lease;
        }

        lease.Dispose();
        return null;
    }
}
