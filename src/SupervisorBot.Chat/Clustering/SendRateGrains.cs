using Orleans.Concurrency;
using Orleans.Placement;
using SupervisorBot.BotFramework.Permits;

namespace SupervisorBot.Chat.Clustering;

/// <summary>One thread's rates. It begins where it is first asked: beside the thread's sender.</summary>
[Reentrant]
[PreferLocalPlacement]
internal sealed class ThreadRateGrain(SendLimits limits, TimeProvider time) : Grain, IThreadRate
{
    // What counts for an hour must not be forgotten sooner because nobody asked for a while.
    private static readonly TimeSpan Memory = TimeSpan.FromHours(1);

    private readonly SendSchedule _schedule = new(limits.OfThread, time);

    /// <inheritdoc/>
    public Task<TimeSpan> ReserveAsync()
    {
        DelayDeactivation(Memory);
        return Task.FromResult(_schedule.Reserve());
    }

    /// <inheritdoc/>
    public Task PostponeAsync()
    {
        _schedule.Postpone();
        return Task.CompletedTask;
    }
}

/// <summary>One tenant's rate.</summary>
[Reentrant]
[PreferLocalPlacement]
internal sealed class TenantRateGrain(SendLimits limits, TimeProvider time) : Grain, ITenantRate
{
    private readonly SendSchedule _schedule = new(limits.OfTenant, time);

    /// <inheritdoc/>
    public Task<TimeSpan[]> ReserveAsync(int count)
    {
        var moments = new TimeSpan[count];
        for (var i = 0; i < count; i++)
        {
            moments[i] = _schedule.Reserve();
        }

        return Task.FromResult(moments);
    }
}
