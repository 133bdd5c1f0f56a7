namespace SupervisorBot.Storage.Schema;

/// <summary>Where a live message stands.</summary>
internal sealed class ShownMessageRow
{
    public required string Key { get; init; }

    /// <summary>The conversation, as the conversation writes it.</summary>
    public required string Address { get; init; }

    public required string ActivityId { get; init; }

    public required int Rank { get; init; }

    /// <summary>When it was noted last.</summary>
    public required DateTimeOffset At { get; init; }
}
