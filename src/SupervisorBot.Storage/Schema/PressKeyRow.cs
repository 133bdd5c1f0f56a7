namespace SupervisorBot.Storage.Schema;

/// <summary>A key that buttons are sealed with.</summary>
internal sealed class PressKeyRow
{
    public required int Generation { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The key, encrypted.</summary>
    public required byte[] Secret { get; init; }
}
