namespace SupervisorBot.Storage.Schema;

/// <summary>Something that lasts in a thread, such as its board.</summary>
internal sealed class ThreadDocumentRow
{
    public required string Kind { get; init; }

    public required string Thread { get; init; }

    public required long Version { get; init; }

    /// <summary>All of it, as JSON.</summary>
    public required string Document { get; init; }

    /// <summary>Whether somebody has to look after it.</summary>
    public required bool IsLive { get; init; }

    /// <summary>When it was stored last.</summary>
    public required DateTimeOffset At { get; init; }
}
