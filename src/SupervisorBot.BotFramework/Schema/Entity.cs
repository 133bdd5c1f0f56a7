using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace SupervisorBot.BotFramework.Schema;

/// <summary>A fact about a message: a mention, or what the client is.</summary>
/// <param name="Type">The kind: <c>mention</c>, <c>clientInfo</c> and others.</param>
/// <param name="Mentioned">Who is mentioned, in a mention.</param>
/// <param name="Text">The piece of the message's text that is the mention, like <c>&lt;at&gt;Bot&lt;/at&gt;</c>.</param>
public sealed record Entity(string? Type = null, ChannelAccount? Mentioned = null, string? Text = null)
{
    /// <summary>The <see cref="Type"/> of a mention.</summary>
    public const string MentionType = "mention";

    /// <summary>The <see cref="Type"/> of what tells which targeted message is answered.</summary>
    public const string TargetedAnswerType = "targetedMessageInfo";

    /// <summary>Every member without a property here, kept as it came.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Other { get; set; }

    /// <summary>Says that a message answers a targeted one, so that Teams shows the two together.</summary>
    /// <param name="activityId">The targeted message.</param>
    public static Entity TargetedAnswer(string activityId) => new(TargetedAnswerType)
    {
        Other = new Dictionary<string, JsonElement> { ["messageId"] = JsonSerializer.SerializeToElement(JsonValue.Create(activityId), ActivityJson.Context.JsonNode) },
    };

    /// <summary>A mention of somebody; <see cref="Text"/> must be a piece of the message's text, or Teams ignores it.</summary>
    /// <param name="account">Who is mentioned; needs an id and a name.</param>
    public static Entity Mention(ChannelAccount account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return new Entity(MentionType, account, $"<at>{System.Net.WebUtility.HtmlEncode(account.Name)}</at>");
    }
}
