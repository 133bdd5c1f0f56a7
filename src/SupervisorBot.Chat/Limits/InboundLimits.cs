using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using SupervisorBot.BotFramework.Turns;

namespace SupervisorBot.Chat.Limits;

/// <summary>
/// Counts what comes in, by person and by tenant. People are told apart by a hash that is another in each process, so that however many write, there are no more
/// counters than <see cref="People"/>; two who share one share a limit that is far above what both can use.
/// </summary>
internal sealed class InboundLimits : IDisposable
{
    private const int People = 1 << 16;
    private const int Tenants = 1 << 12;

    private readonly PartitionedRateLimiter<Turn> _people;
    private readonly PartitionedRateLimiter<Turn> _tenants;

    public InboundLimits(IOptions<InboundLimitOptions> options, TimeProvider time)
    {
        var (perMinute, perSecond) = (options.Value.UserPerMinute, options.Value.TenantPerSecond);
        _people = PartitionedRateLimiter.Create<Turn, uint>(turn => RateLimitPartition.Get(
            Of(turn.Activity.From?.AadObjectId ?? turn.Activity.From?.Id, People), _ => new ClockedWindow(perMinute, TimeSpan.FromMinutes(1), time)));
        _tenants = PartitionedRateLimiter.Create<Turn, uint>(turn => RateLimitPartition.Get(
            Of(turn.Conversation.TenantId, Tenants), _ => new ClockedWindow(perSecond, TimeSpan.FromSeconds(1), time)));
    }

    /// <summary>Counts a turn.</summary>
    /// <returns>Null where it is within the limits. One person who is over theirs uses nothing of their tenant's up.</returns>
    public LimitBreach? Count(Turn turn) => Count(_people, turn, LimitBreach.OfUser) ?? Count(_tenants, turn, LimitBreach.OfTenant);

    public void Dispose()
    {
        _people.Dispose();
        _tenants.Dispose();
    }

    private static LimitBreach? Count(PartitionedRateLimiter<Turn> limiter, Turn turn, string limit)
    {
        using var lease = limiter.AttemptAcquire(turn);
        return lease.IsAcquired ? null : new LimitBreach(limit, lease.TryGetMetadata(ClockedWindow.IsFirst, out var isFirst) && isFirst);
    }

    private static uint Of(string? name, uint counters) => (uint)string.GetHashCode(name ?? "", StringComparison.OrdinalIgnoreCase) % counters;
}
