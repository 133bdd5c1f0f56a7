namespace SupervisorBot.Supervision.Outbox;

/// <summary>A message that has to reach a thread. It is stored together with the state that it tells of, and sent afterwards.</summary>
/// <param name="Thread">The thread: messages of one thread leave in order. The conversation's id, or another key that names one reader.</param>
/// <param name="Tenant">The tenant whose limits the sending counts for; empty where the channel has none.</param>
/// <param name="Kind">What the sending does.</param>
/// <param name="Message">The message and its address, as the conversation writes them.</param>
public sealed record OutboxEntry(string Thread, string Tenant, OutboxKind Kind, string Message)
{
    /// <summary>For a <see cref="OutboxKind.Show"/>: names the live message.</summary>
    public string? Key { get; init; }

    /// <summary>For a <see cref="OutboxKind.Show"/>: how far along the state is. A state of a lower rank than the one waiting or shown is dropped.</summary>
    public int Rank { get; init; }

    /// <summary>For a <see cref="OutboxKind.Show"/>: the last state; the live message is forgotten after it, and what comes later under its key is a new one.</summary>
    public bool IsLast { get; init; }

    /// <summary>For a <see cref="OutboxKind.Show"/>: dropped where the live message is not shown yet.</summary>
    public bool OnlyIfShown { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Kind} {Key}, rank {Rank}";
}
