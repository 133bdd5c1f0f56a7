namespace SupervisorBot.EndToEnd.Tests.Faults;

/// <summary>The machine's clock, which can be set to another time of day; timers and spans of time go on as they are.</summary>
internal sealed class JumpingClock : TimeProvider
{
    private long _ahead;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref _ahead));

    /// <summary>Jumps; gives nothing to do later.</summary>
    public Action? Jump(TimeSpan by)
    {
        Interlocked.Add(ref _ahead, by.Ticks);
        return null;
    }
}
