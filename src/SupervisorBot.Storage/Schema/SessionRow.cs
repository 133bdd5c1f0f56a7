namespace SupervisorBot.Storage.Schema;

/// <summary>An inspector's session.</summary>
internal sealed class SessionRow
{
    public required int AgentId { get; init; }

    /// <summary>Numbers the openings; a commit of an earlier one is refused.</summary>
    public required long Epoch { get; init; }

    /// <summary>The node that opened it last; null once it gave it back.</summary>
    public required string? Node { get; init; }

    public required bool IsAwake { get; init; }

    /// <summary>The session, as it writes itself; null until one was stored.</summary>
    public required string? Document { get; init; }

    /// <summary>What the gateway knows the session by, encrypted.</summary>
    public required byte[]? Credentials { get; init; }

    public required DateTimeOffset? StoredAt { get; init; }

    /// <summary>The commit that was stored last: one whose answer was lost is known by it when it is tried again.</summary>
    public required Guid? CommitId { get; init; }
}
