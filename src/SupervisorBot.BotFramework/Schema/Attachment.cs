using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace SupervisorBot.BotFramework.Schema;

/// <summary>A card or another attachment of a message.</summary>
/// <param name="ContentType">What <paramref name="Content"/> is, like <see cref="AdaptiveCardType"/>.</param>
/// <param name="Content">The content itself; do not change it after the activity was handed over for sending.</param>
/// <param name="ContentUrl">Where the content is, for files and pictures.</param>
/// <param name="Name">The attachment's name.</param>
public sealed record Attachment(string? ContentType = null, JsonNode? Content = null, string? ContentUrl = null, string? Name = null)
{
    /// <summary>The content type of an Adaptive Card in a message and in the answer to an invoke.</summary>
    public const string AdaptiveCardType = "application/vnd.microsoft.card.adaptive";

    /// <summary>Every member without a property here, kept as it came.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Other { get; set; }

    /// <summary>An Adaptive Card as an attachment.</summary>
    /// <param name="card">The card.</param>
    public static Attachment AdaptiveCard(JsonNode card) => new(AdaptiveCardType, card);
}
