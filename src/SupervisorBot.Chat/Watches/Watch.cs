using System.Text.Json;
using SupervisorBot.Chat.Places;

namespace SupervisorBot.Chat.Watches;

/// <summary>What a chat watches for, as it is stored.</summary>
/// <param name="Place">Where alerts are posted.</param>
internal sealed record Watch(Place Place)
{
    /// <summary>The rules, by number.</summary>
    public IReadOnlyList<WatchRule> Rules { get; init; } = [];

    /// <summary>The number of the latest rule.</summary>
    public int LastNumber { get; init; }

    /// <summary>When nothing is posted; null for never.</summary>
    public QuietHours? Quiet { get; init; }

    /// <summary>The agent ids of owners whose rules sleep, which was told.</summary>
    public IReadOnlyList<int> Asleep { get; init; } = [];

    /// <exception cref="JsonException">It is no watch.</exception>
    public static Watch Read(string document) => JsonSerializer.Deserialize(document, WatchJson.Default.Watch) ?? throw new JsonException("The watch is null.");

    public string Write() => JsonSerializer.Serialize(this, WatchJson.Default.Watch);
}
