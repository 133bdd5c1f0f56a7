using System.Text.Json;
using System.Text.Json.Serialization;
using SupervisorBot.BotFramework.Schema;
using SupervisorBot.Supervision.Desk;

namespace SupervisorBot.Chat.Places;

/// <summary>
/// Where something was asked, so that its result can be told there: what the conversation keeps in a <see cref="RequestOrigin"/>.
/// </summary>
/// <param name="Conversation">The thread.</param>
/// <param name="OffsetMinutes">The asker's offset from UTC, for the times shown.</param>
/// <param name="Purpose">What was asked.</param>
/// <param name="Line">The key of the live message that answers it, see <see cref="Replies.LiveKeys"/>; null where there is none of its own.</param>
internal sealed record Place(ConversationReference Conversation, int OffsetMinutes, PlacePurpose Purpose, string? Line = null)
{
    /// <summary>The message that shows the line already, such as a card whose button was pressed; null where the line is posted.</summary>
    public string? MessageId { get; init; }

    /// <summary>Whether the line is for the asker alone, among others who are there.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsLinePrivate { get; init; }

    [JsonIgnore]
    public ViewerClock Clock => new(OffsetMinutes);

    public static Place Read(RequestOrigin origin) =>
        JsonSerializer.Deserialize(origin.Value, PlaceJson.Default.Place) ?? throw new JsonException("The origin is null.");

    /// <summary>Whether others than the person who asked read the chat where something was asked. What cannot be read is taken for private.</summary>
    public static bool IsShared(RequestOrigin origin)
    {
        try
        {
            return Read(origin) is { Conversation: { IsPersonal: false } };
        }
        catch (JsonException)
        {
            return false;
        }
    }

    public RequestOrigin ToOrigin() => new(JsonSerializer.Serialize(this, PlaceJson.Default.Place));
}
