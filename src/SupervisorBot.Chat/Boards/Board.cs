using System.Text.Json;
using SupervisorBot.Chat.Places;

namespace SupervisorBot.Chat.Boards;

/// <summary>A live board of a thread, as it is stored. The page is the board's: whoever leafs, leafs for everybody.</summary>
/// <param name="Id">Names it: a later board of the same thread is another.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Opener">Who opened it: the agents are read under their right and in their teams.</param>
/// <param name="Language">The locale of its words.</param>
/// <param name="Filter">The text that narrows it, or null.</param>
/// <param name="OpenedAt">When it was opened.</param>
/// <param name="Until">When it stops by itself.</param>
internal sealed record Board(
    Guid Id, Place Place, Asker Opener, string Language, string? Filter, DateTimeOffset OpenedAt, DateTimeOffset Until)
{
    /// <summary>The page that it shows, from 0.</summary>
    public int Page { get; init; }

    /// <summary>Why it has stopped; null while it is kept up to date.</summary>
    public BoardEnd? End { get; init; }

    /// <summary>When it stopped.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Who stopped it, where somebody did.</summary>
    public string? EndedBy { get; init; }

    /// <exception cref="JsonException">It is no board.</exception>
    public static Board Read(string document) => JsonSerializer.Deserialize(document, BoardJson.Default.Board) ?? throw new JsonException("The board is null.");

    public string Write() => JsonSerializer.Serialize(this, BoardJson.Default.Board);
}
