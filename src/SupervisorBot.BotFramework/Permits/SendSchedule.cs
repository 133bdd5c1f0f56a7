namespace SupervisorBot.BotFramework.Permits;

/// <summary>
/// Gives out the moments at which calls may go out, so that each limit holds in every span of its length, not only on average: a call comes no sooner than
/// that length after the one so many calls before it. Safe for several threads; small while little is sent.
/// </summary>
public sealed class SendSchedule
{
    private const int FirstCapacity = 8;

    private readonly Lock _gate = new();
    private readonly RateWindow[] _windows;
    private readonly TimeProvider _time;
    private readonly int _most;
    private readonly long _memory;
    private long[] _ring = new long[FirstCapacity];
    private long _oldest;
    private long _end;

    /// <summary>Makes an empty schedule.</summary>
    /// <param name="windows">The limits, at least one.</param>
    /// <param name="time">The clock.</param>
    public SendSchedule(IReadOnlyList<RateWindow> windows, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(windows);
        ArgumentNullException.ThrowIfNull(time);
        _windows = [.. windows];
        _time = time;
        _most = _windows.Max(window => window.Count);
        _memory = Ticks(_windows.Max(window => window.Length));
    }

    /// <summary>Whether nothing was given out that still counts.</summary>
    public bool IsEmpty
    {
        get
        {
            lock (_gate)
            {
                Forget(_time.GetTimestamp());
                return _oldest == _end;
            }
        }
    }

    /// <summary>Reserves the next moment.</summary>
    /// <returns>How long from now; zero for at once.</returns>
    public TimeSpan Reserve()
    {
        lock (_gate)
        {
            var now = _time.GetTimestamp();
            Forget(now);
            var moment = _end > _oldest ? Math.Max(now, Back(1)) : now;
            foreach (var window in _windows)
            {
                if (_end - _oldest >= window.Count)
                {
                    moment = Math.Max(moment, Back(window.Count) + Ticks(window.Length));
                }
            }

            Add(moment);
            return _time.GetElapsedTime(now, moment);
        }
    }

    /// <summary>The call of the latest moment goes out only now, because something else held it up: what comes after is counted from here.</summary>
    public void Postpone()
    {
        lock (_gate)
        {
            if (_end > _oldest)
            {
                _ring[(_end - 1) % _ring.Length] = Math.Max(Back(1), _time.GetTimestamp());
            }
        }
    }

    private long Back(int calls) => _ring[(_end - calls) % _ring.Length];

    private void Forget(long now)
    {
        while (_oldest < _end && (_end - _oldest > _most || _ring[_oldest % _ring.Length] + _memory <= now))
        {
            _oldest++;
        }
    }

    private void Add(long moment)
    {
        if (_end - _oldest == _ring.Length)
        {
            Grow();
        }

        _ring[_end % _ring.Length] = moment;
        _end++;
    }

    private void Grow()
    {
        var larger = new long[_ring.Length * 2];
        for (var i = _oldest; i < _end; i++)
        {
            larger[i % larger.Length] = _ring[i % _ring.Length];
        }

        _ring = larger;
    }

    private long Ticks(TimeSpan span) => (long)(span.TotalSeconds * _time.TimestampFrequency);
}
