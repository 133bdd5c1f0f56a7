namespace SupervisorBot.Storage.Schema;

/// <summary>The personal chat with a person.</summary>
internal sealed class PersonalChatRow
{
    public required string UserId { get; init; }

    /// <summary>The conversation reference as JSON.</summary>
    public required string Reference { get; init; }

    public required DateTimeOffset At { get; init; }
}
