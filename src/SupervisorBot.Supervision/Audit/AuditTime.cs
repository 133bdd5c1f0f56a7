namespace SupervisorBot.Supervision.Audit;

/// <summary>Times as the audit keeps them: in UTC, to the microsecond, which every database can hold.</summary>
public static class AuditTime
{
    /// <summary>A time with what is finer than a microsecond cut off.</summary>
    /// <param name="time">The time.</param>
    public static DateTimeOffset Of(DateTimeOffset time) => new(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
}
