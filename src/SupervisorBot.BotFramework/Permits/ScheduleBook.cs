namespace SupervisorBot.BotFramework.Permits;

/// <summary>A schedule for each key, kept only while something counts in it.</summary>
internal sealed class ScheduleBook(IReadOnlyList<RateWindow> windows, TimeProvider time)
{
    private static readonly TimeSpan SweepInterval = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, SendSchedule> _schedules = new(StringComparer.Ordinal);
    private long _swept = time.GetTimestamp();

    public SendSchedule Of(string key)
    {
        lock (_gate)
        {
            Sweep();
            if (!_schedules.TryGetValue(key, out SendSchedule? schedule))
            {
                _schedules.Add(key, schedule = new SendSchedule(windows, time));
            }

            return schedule;
        }
    }

    private void Sweep()
    {
        if (time.GetElapsedTime(_swept) < SweepInterval)
        {
            return;
        }

        _swept = time.GetTimestamp();
        foreach (string key in _schedules.Where(static pair => pair.Value.IsEmpty).Select(static pair => pair.Key).ToList())
        {
            _schedules.Remove(key);
        }
    }
}
