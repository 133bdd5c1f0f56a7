using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace SupervisorBot.BotFramework.Schema;

/// <summary>
/// One activity of the Bot Framework protocol, in either direction. The members that are used here have a property; every other
/// member is kept in <see cref="Other"/> and written out again.
/// </summary>
public sealed record Activity
{
    /// <summary>What kind of activity this is, see <see cref="ActivityTypes"/>. Never empty in an accepted inbound activity.</summary>
    public string? Type { get; init; }

    /// <summary>The activity's id within its conversation, given by the channel. Absent in what the bot sends.</summary>
    public string? Id { get; init; }

    /// <summary>When the channel took the activity in. Written in ISO 8601, UTC.</summary>
    [JsonConverter(typeof(UtcTimestampConverter))]
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>The base address to post answers to.</summary>
    public string? ServiceUrl { get; init; }

    /// <summary>The channel the activity came through, <c>msteams</c> for Teams.</summary>
    public string? ChannelId { get; init; }

    /// <summary>Who sent it.</summary>
    public ChannelAccount? From { get; init; }

    /// <summary>Where it was sent.</summary>
    public ConversationAccount? Conversation { get; init; }

    /// <summary>Whom it was sent to; inbound, the bot.</summary>
    public ChannelAccount? Recipient { get; init; }

    /// <summary>The text. Inbound it may hold mentions, see <see cref="ActivityText.WithoutRecipientMention"/>.</summary>
    public string? Text { get; init; }

    /// <summary>The text's format: <c>markdown</c> (when absent), <c>plain</c> or <c>xml</c>.</summary>
    public string? TextFormat { get; init; }

    /// <summary>A line for a notification or for clients that cannot draw the attachments.</summary>
    public string? Summary { get; init; }

    /// <summary>The sender's language, like <c>en-US</c>.</summary>
    public string? Locale { get; init; }

    /// <summary>The name of an invoke or event, like <c>adaptiveCard/action</c>. A card action from Teams may lack it.</summary>
    public string? Name { get; init; }

    /// <summary>What happened, in an <c>installationUpdate</c>: <c>add</c>, <c>remove</c> and their <c>-upgrade</c> forms.</summary>
    public string? Action { get; init; }

    /// <summary>The activity this one answers: for a card's press, the message that holds the card.</summary>
    public string? ReplyToId { get; init; }

    /// <summary>How answers are to be delivered, see <see cref="DeliveryModes"/>.</summary>
    public string? DeliveryMode { get; init; }

    /// <summary>Cards and other attachments.</summary>
    public IReadOnlyList<Attachment>? Attachments { get; init => field = Elements.Present(value); }

    /// <summary>How several attachments are drawn: <c>list</c> or <c>carousel</c>.</summary>
    public string? AttachmentLayout { get; init; }

    /// <summary>Mentions and other facts about the text and the client.</summary>
    public IReadOnlyList<Entity>? Entities { get; init => field = Elements.Present(value); }

    /// <summary>Who came, in a <c>conversationUpdate</c>.</summary>
    public IReadOnlyList<ChannelAccount>? MembersAdded { get; init => field = Elements.Present(value); }

    /// <summary>Who left, in a <c>conversationUpdate</c>.</summary>
    public IReadOnlyList<ChannelAccount>? MembersRemoved { get; init => field = Elements.Present(value); }

    /// <summary>The value: the data of an <c>Action.Submit</c>, or the argument of an invoke.</summary>
    public JsonElement? Value { get; init; }

    /// <summary>What only this channel knows: in Teams the tenant, the team and the channel.</summary>
    public JsonElement? ChannelData { get; init; }

    /// <summary>Every member without a property here, kept as it came.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Other { get; set; }

    /// <summary>True for an <c>invoke</c>, whose answer travels in the HTTP answer.</summary>
    [JsonIgnore]
    public bool IsInvoke => Type == ActivityTypes.Invoke;

    /// <summary>A message with a text and nothing else.</summary>
    /// <param name="text">The text, markdown unless <see cref="TextFormat"/> is set.</param>
    public static Activity Message(string text) => new() { Type = ActivityTypes.Message, Text = text };

    /// <summary>A message that holds one Adaptive Card.</summary>
    /// <param name="card">The card.</param>
    /// <param name="summary">A line for the notification, or null.</param>
    public static Activity Card(JsonNode card, string? summary = null) =>
        new() { Type = ActivityTypes.Message, Summary = summary, Attachments = [Attachment.AdaptiveCard(card)] };

    /// <summary>The sign that the bot is working on something.</summary>
    public static Activity Typing() => new() { Type = ActivityTypes.Typing };
}
