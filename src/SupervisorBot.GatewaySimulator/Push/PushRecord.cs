namespace SupervisorBot.GatewaySimulator;

/// <summary>One event that was pushed to a client's callback, or could not be.</summary>
/// <param name="Event">The event's <see cref="EventRecord.Sequence"/>.</param>
/// <param name="AgentId">Whose event it is.</param>
/// <param name="EventType">The event's name.</param>
/// <param name="At">When the last attempt ended, by the simulator's clock.</param>
/// <param name="Attempts">How often it was sent.</param>
/// <param name="Status">The HTTP status of the last answer; <see langword="null"/> where there was none.</param>
/// <param name="IsDelivered">Whether the callback answered 2xx; otherwise the event is lost.</param>
public sealed record PushRecord(long Event, int AgentId, string EventType, DateTimeOffset At, int Attempts, int? Status, bool IsDelivered);
