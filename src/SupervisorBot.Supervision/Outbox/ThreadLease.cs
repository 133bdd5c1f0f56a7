namespace SupervisorBot.Supervision.Outbox;

/// <summary>The right of one sender to send a thread's messages, for a while.</summary>
/// <param name="Thread">The thread.</param>
/// <param name="Owner">Names the sender; unique for each activation.</param>
/// <param name="Until">When it ends unless it is taken again before.</param>
public sealed record ThreadLease(string Thread, string Owner, DateTimeOffset Until);
