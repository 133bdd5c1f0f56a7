using System.Text.Json.Nodes;

namespace SupervisorBot.ConnectorSimulator.Chats;

/// <summary>What the bot's endpoint answered to an activity.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The body as JSON; null where it is empty or no JSON.</param>
/// <param name="Activity">The activity that was sent, to send it again for instance.</param>
/// <param name="SentAt">When it was sent, on <see cref="System.Diagnostics.Stopwatch"/>'s clock.</param>
/// <param name="AnsweredAt">When the answer had been read, on the same clock.</param>
public sealed record ChatAnswer(int Status, JsonNode? Body, JsonObject Activity, long SentAt, long AnsweredAt)
{
    /// <summary>The card that an invoke's answer holds; null where it holds none.</summary>
    public JsonObject? Card => Body is JsonObject body && (string?)body["type"] == "application/vnd.microsoft.card.adaptive" ? body["value"] as JsonObject : null;

    /// <summary>The text that an invoke's answer holds (a message, or an error's); null where it holds none.</summary>
    public string? Text => (Body as JsonObject)?["value"] switch
    {
        JsonValue value when value.TryGetValue(out string? text) => text,
        JsonObject error => (string?)error["message"],
        _ => null,
    };
}
