namespace SupervisorBot.Chat.Outbox;

/// <summary>
/// What holds a thread's sender back: presses whose answers are still to come, each for a limited time. The time that passes counts, whatever the clock is set to.
/// </summary>
internal sealed class SenderHolds(TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, (long Since, TimeSpan Limit)> _ends = new(StringComparer.Ordinal);

    public void Add(string hold, TimeSpan limit)
    {
        lock (_lock)
        {
            _ends[hold] = (time.GetTimestamp(), limit);
        }
    }

    public void End(string hold, TimeSpan after)
    {
        lock (_lock)
        {
            if (after <= TimeSpan.Zero)
            {
                _ends.Remove(hold);
            }
            else if (_ends.ContainsKey(hold))
            {
                _ends[hold] = (time.GetTimestamp(), after);
            }
        }
    }

    /// <summary>How long it is held at the most, from now on; null where it is not.</summary>
    public TimeSpan? Remaining()
    {
        lock (_lock)
        {
            if (_ends.Count == 0)
            {
                return null;
            }

            foreach (var (hold, _) in _ends.Where(pair => Left(pair.Value) <= TimeSpan.Zero).ToList())
            {
                _ends.Remove(hold);
            }

            return _ends.Count == 0 ? null : _ends.Values.Max(Left);
        }
    }

    private TimeSpan Left((long Since, TimeSpan Limit) end) => end.Limit - time.GetElapsedTime(end.Since);
}
