namespace SupervisorBot.Supervision.Outbox;

/// <summary>The outbox takes no further message, because too many wait already.</summary>
public sealed class OutboxFullException() : Exception("Too many messages wait to be sent.");
