namespace SupervisorBot.Supervision.Outbox;

/// <summary>A stored outbox message.</summary>
/// <param name="Id">Grows with every message: the order of sending.</param>
/// <param name="Version">1, and one more for each time that a newer state took its place.</param>
/// <param name="Entry">The message.</param>
/// <param name="Attempts">How often its sending failed.</param>
/// <param name="CreatedAt">When it was stored.</param>
/// <param name="DueAt">Not sent before.</param>
public sealed record OutboxRow(long Id, int Version, OutboxEntry Entry, int Attempts, DateTimeOffset CreatedAt, DateTimeOffset DueAt)
{
    /// <summary>How often it went out as a new message without an answer: it may stand in the thread already.</summary>
    public int Unanswered { get; init; }

    /// <summary>For a <see cref="OutboxKind.Show"/>: where its live message stood when it was read; null where it did not stand.</summary>
    public ShownMessage? Shown { get; init; }
}
