namespace SupervisorBot.Storage.Schema;

/// <summary>A conversation that was welcomed.</summary>
internal sealed class WelcomeRow
{
    public required string ConversationId { get; init; }

    public required DateTimeOffset At { get; init; }
}
