namespace SupervisorBot.GatewaySimulator;

/// <summary>One event that the contact centre raised for one agent, delivered or not.</summary>
/// <param name="Sequence">A running number over all agents.</param>
/// <param name="WorkNo">Whom it was raised for.</param>
/// <param name="EventType">The event's name, as the interface spells it.</param>
/// <param name="Content">The event's content as JSON text; <c>null</c> as text where there is none.</param>
/// <param name="At">When it was raised, by the simulator's clock.</param>
/// <param name="RaisedTimestamp">When it was raised, by <see cref="System.Diagnostics.Stopwatch.GetTimestamp"/>.</param>
public sealed record EventRecord(long Sequence, int WorkNo, string EventType, string Content, DateTimeOffset At, long RaisedTimestamp)
{
    /// <summary>When a poll or a push took it, by <see cref="System.Diagnostics.Stopwatch.GetTimestamp"/>; <see langword="null"/> until then.</summary>
    public long? DeliveredTimestamp { get; internal set; }
}
