namespace SupervisorBot.Gateway.Http;

/// <summary>
/// The circuit breaker of one gateway node. After so many transport failures in a row within a window it opens, and for a short time, which differs
/// at random, nothing is sent there. Then one call is let in as a probe, and another after each further such time; the first answer, whatever it says,
/// closes it. A probe takes no place from the next: one that is a long poll, held for 10 s by a healthy gateway, must not keep the others waiting.
/// </summary>
internal sealed class NodeCircuit(GatewayOptions options, TimeProvider time, Func<double> random)
{
    private readonly Lock gate = new();
    private int failures;
    private long firstFailure;
    private volatile bool isOpen;
    private long barredSince;
    private TimeSpan barredFor;

    public bool IsOpen => isOpen;

    /// <summary>Whether a call may be sent.</summary>
    /// <param name="isPressing">True for one that must not be kept away.</param>
    public bool TryEnter(bool isPressing)
    {
        if (!isOpen || isPressing)
        {
            return true;
        }

        lock (gate)
        {
            if (isOpen && time.GetElapsedTime(barredSince) < barredFor)
            {
                return false;
            }

            Bar();
            return true;
        }
    }

    /// <summary>Notes that the node answered.</summary>
    /// <returns>True when that closed the circuit.</returns>
    public bool Succeeded()
    {
        if (!isOpen && Volatile.Read(ref failures) == 0)
        {
            return false;
        }

        lock (gate)
        {
            var wasOpen = isOpen;
            failures = 0;
            isOpen = false;
            return wasOpen;
        }
    }

    /// <summary>Notes that no answer came.</summary>
    /// <returns>True when that opened the circuit.</returns>
    public bool Failed()
    {
        lock (gate)
        {
            if (isOpen)
            {
                return false;
            }

            if (failures == 0 || time.GetElapsedTime(firstFailure) > options.CircuitWindow)
            {
                failures = 0;
                firstFailure = time.GetTimestamp();
            }

            if (++failures < options.CircuitFailures)
            {
                return false;
            }

            isOpen = true;
            Bar();
            return true;
        }
    }

    /// <summary>From half the time to all of it, so that several bots do not knock at once.</summary>
    private void Bar()
    {
        barredSince = time.GetTimestamp();
        barredFor = options.CircuitOpenTime * (0.5 + (random() / 2));
    }
}
