using SupervisorBot.Storage.Writing;

namespace SupervisorBot.Storage.Outbox;

/// <summary>What a batch knows of a message that waits.</summary>
internal sealed class WaitingMessage
{
    /// <summary>Its id; 0 for one that the same batch adds.</summary>
    public required long Id { get; init; }

    public required string Thread { get; init; }

    public required string Tenant { get; init; }

    public required string? Key { get; init; }

    public required int Rank { get; set; }

    public required bool IsLast { get; set; }

    public required bool OnlyIfShown { get; set; }

    public required int Version { get; set; }

    /// <summary>The statement that adds it, for one that the same batch adds.</summary>
    public Write? Insert { get; set; }

    public bool IsGone { get; set; }
}
