namespace SupervisorBot.Supervision.Sessions;

/// <summary>A span of time that several parts share, from now on.</summary>
/// <param name="whole">All of it.</param>
/// <param name="time">The time.</param>
internal sealed class TimeBudget(TimeSpan whole, TimeProvider time)
{
    private readonly long _began = time.GetTimestamp();

    /// <summary>What one part may take.</summary>
    /// <param name="wanted">What it wants.</param>
    /// <param name="reserve">What is left to those after it.</param>
    public TimeSpan AtMost(TimeSpan wanted, TimeSpan reserve)
    {
        var left = whole - time.GetElapsedTime(_began) - reserve;
        return left <= TimeSpan.Zero ? TimeSpan.Zero : left < wanted ? left : wanted;
    }
}
