using System.Diagnostics.CodeAnalysis;
using System.Threading.RateLimiting;

namespace SupervisorBot.Chat.Limits;

/// <summary>
/// So many permits within a span of time, which begins with the first of them. The framework's own limiters go by the machine's clock alone, and do not tell the
/// first refusal of a span from those after it.
/// </summary>
internal sealed class ClockedWindow(int permits, TimeSpan length, TimeProvider time) : RateLimiter
{
    /// <summary>Of a refusal: whether it is the first of its span.</summary>
    public static readonly MetadataName<bool> IsFirst = MetadataName.Create<bool>("FIRST_REFUSAL");

    private static readonly Lease s_granted = new(isAcquired: true, isFirst: false);
    private static readonly Lease s_refusedFirst = new(isAcquired: false, isFirst: true);
    private static readonly Lease s_refused = new(isAcquired: false, isFirst: false);

    private readonly Lock _lock = new();
    private long _beganAt = time.GetTimestamp();
    private int _taken;
    private bool _hasRefused;

    /// <inheritdoc/>
    public override TimeSpan? IdleDuration
    {
        get
        {
            lock (_lock)
            {
                var over = time.GetElapsedTime(_beganAt) - length;
                return over >= TimeSpan.Zero ? over : null;
            }
        }
    }

    /// <inheritdoc/>
    public override RateLimiterStatistics? GetStatistics() => null;

    /// <inheritdoc/>
    protected override RateLimitLease AttemptAcquireCore(int permitCount)
    {
        lock (_lock)
        {
            if (time.GetElapsedTime(_beganAt) >= length)
            {
                (_beganAt, _taken, _hasRefused) = (time.GetTimestamp(), 0, false);
            }

            if (_taken + permitCount <= permits)
            {
                _taken += permitCount;
                return s_granted;
            }

            var isFirst = !_hasRefused;
            _hasRefused = true;
            return isFirst ? s_refusedFirst : s_refused;
        }
    }

    /// <summary>Nobody waits for a permit: it is there or not.</summary>
    protected override ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken) =>
        ValueTask.FromResult(AttemptAcquireCore(permitCount));

    private sealed class Lease(bool isAcquired, bool isFirst) : RateLimitLease
    {
        public override bool IsAcquired => isAcquired;

        public override IEnumerable<string> MetadataNames => [IsFirst.Name];

        public override bool TryGetMetadata(string metadataName, [NotNullWhen(true)] out object? metadata)
        {
            metadata = metadataName == IsFirst.Name ? isFirst : null;
            return metadata is not null;
        }
    }
}
