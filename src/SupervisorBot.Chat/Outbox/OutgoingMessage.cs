using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using SupervisorBot.BotFramework.Schema;

namespace SupervisorBot.Chat.Outbox;

/// <summary>A message that waits in the outbox: what the conversation keeps in an entry's text.</summary>
/// <param name="Conversation">Where it goes; for a private one, where its cause was asked.</param>
/// <param name="Activity">The message.</param>
internal sealed record OutgoingMessage(ConversationReference Conversation, Activity Activity)
{
    // Letters of any script are kept as they are: the text goes into JSON only.
    private static readonly OutgoingJson s_json = new(
        new JsonSerializerOptions(OutgoingJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>
    /// The one person who may read it: a live message and one that is meant to be read <see cref="Here"/> go as targeted messages where that is possible, all
    /// others into their personal chat with the bot, which is found or created when it leaves.
    /// </summary>
    public ChannelAccount? To { get; init; }

    /// <summary>Whether whoever may read it looks at the conversation now, since they asked for it there. A targeted message rings no bell.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Here { get; init; }

    /// <summary>For one in a personal chat: where it was asked for, see <see cref="Sealing.PressMarks.Home"/>; null where that is the same.</summary>
    public ConversationReference? Home { get; init; }

    /// <summary>For the state of a live message: the message that it edits where it is not known to stand anywhere else.</summary>
    public string? MessageId { get; init; }

    /// <exception cref="JsonException">The text is no such message.</exception>
    public static OutgoingMessage Read(string text) =>
        JsonSerializer.Deserialize(text, s_json.OutgoingMessage) is { Conversation: not null, Activity: not null } message
            ? message
            : throw new JsonException("The message is incomplete.");

    public string Write() => JsonSerializer.Serialize(this, s_json.OutgoingMessage);
}
