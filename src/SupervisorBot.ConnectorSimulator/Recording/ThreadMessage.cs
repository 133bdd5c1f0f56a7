using System.Text.Json.Nodes;

namespace SupervisorBot.ConnectorSimulator.Recording;

/// <summary>A message as the members of a thread see it now.</summary>
/// <param name="ConversationId">The thread.</param>
/// <param name="Id">The message's id.</param>
/// <param name="FromName">Who wrote it.</param>
/// <param name="IsFromBot">True for the bot's own.</param>
/// <param name="Activity">The activity in its latest state. Not to be changed.</param>
/// <param name="Edits">How often it was edited.</param>
/// <param name="IsDeleted">True once it was deleted.</param>
/// <param name="PaintedCard">The card that an answer to a press painted over the message's own since the last edit; null otherwise.</param>
public sealed record ThreadMessage(
    string ConversationId, string Id, string FromName, bool IsFromBot, JsonObject Activity, int Edits, bool IsDeleted, JsonObject? PaintedCard)
{
    /// <summary>The channel id of the only person who sees it, for a targeted message; null where everybody does.</summary>
    public string? To { get; init; }

    /// <summary>When it was posted.</summary>
    public DateTimeOffset PostedAt { get; init; }

    /// <summary>Whether a person sees it.</summary>
    /// <param name="userId">The person's channel id; null for what everybody sees.</param>
    public bool IsSeenBy(string? userId) => To is null || To == userId;

    /// <summary>The text; null where there is none.</summary>
    public string? Text => Activity["text"] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    /// <summary>The attachment that asks whether a file may be put into the person's OneDrive; null where there is none.</summary>
    public JsonObject? FileConsent => AttachmentOf("application/vnd.microsoft.teams.card.file.consent");

    /// <summary>The attachment that shows a file; null where there is none.</summary>
    public JsonObject? FileInfo => AttachmentOf("application/vnd.microsoft.teams.card.file.info");

    /// <summary>The card that is seen; null where there is none.</summary>
    public JsonObject? Card => PaintedCard ?? Cards.CardReader.FirstCard(Activity);

    private JsonObject? AttachmentOf(string type) =>
        (Activity["attachments"] as JsonArray)?.OfType<JsonObject>().FirstOrDefault(attachment => (string?)attachment["contentType"] == type);
}
