namespace SupervisorBot.Storage.Schema;

/// <summary>A request that was answered.</summary>
internal sealed class HandledRequestRow
{
    public required string RequestId { get; init; }

    /// <summary>The answer, as the session writes it.</summary>
    public required string Receipt { get; init; }

    public required DateTimeOffset At { get; init; }
}
