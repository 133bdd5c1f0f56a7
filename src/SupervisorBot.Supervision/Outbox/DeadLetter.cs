namespace SupervisorBot.Supervision.Outbox;

/// <summary>A message that was given up.</summary>
/// <param name="Row">The message.</param>
/// <param name="Reason">Why, in a word.</param>
/// <param name="At">When it was given up.</param>
public sealed record DeadLetter(OutboxRow Row, string Reason, DateTimeOffset At);
