namespace SupervisorBot.Storage.Schema;

/// <summary>An inbound activity that was handled.</summary>
internal sealed class SeenActivityRow
{
    public required string ConversationId { get; init; }

    public required string ActivityId { get; init; }

    public required DateTimeOffset At { get; init; }
}
