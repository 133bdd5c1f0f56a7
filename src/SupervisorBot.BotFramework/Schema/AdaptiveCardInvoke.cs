using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SupervisorBot.BotFramework.Schema;

/// <summary>
/// The invoke <c>adaptiveCard/action</c>: reading the press and building its answers. Every answer is HTTP 200; what happened is in the
/// body's <c>statusCode</c> (Teams: Universal Actions for Adaptive Cards).
/// </summary>
public static class AdaptiveCardInvoke
{
    /// <summary>The invoke's name.</summary>
    public const string Name = "adaptiveCard/action";

    private const string MessageType = "application/vnd.microsoft.activity.message";
    private const string ErrorType = "application/vnd.microsoft.error";

    private static readonly JsonElement s_empty = JsonSerializer.SerializeToElement(new JsonObject(), ActivityJson.Context.JsonObject);

    /// <summary>True for the invoke of an <c>Action.Execute</c>, whatever its value looks like.</summary>
    /// <param name="activity">An inbound activity.</param>
    public static bool Is(Activity activity) => activity is { IsInvoke: true, Name: Name };

    /// <summary>Reads the press out of an invoke.</summary>
    /// <param name="activity">An inbound activity.</param>
    /// <param name="action">The press.</param>
    /// <returns>False when it is another activity, or its <c>value.action</c> is no object.</returns>
    public static bool TryParse(Activity activity, [NotNullWhen(true)] out AdaptiveCardAction? action)
    {
        ArgumentNullException.ThrowIfNull(activity);
        action = null;
        if (!Is(activity) || activity.Value is not { ValueKind: JsonValueKind.Object } value
            || !value.TryGetProperty("action", out JsonElement pressed) || pressed.ValueKind != JsonValueKind.Object)
        {
            return false;
        }

        JsonElement data = pressed.TryGetProperty("data", out JsonElement given) && given.ValueKind == JsonValueKind.Object ? given : s_empty;
        action = new AdaptiveCardAction(
            Text(pressed, "verb") ?? "", Text(pressed, "id"), data, Text(value, "trigger") ?? "manual", activity.ReplyToId);
        return true;
    }

    /// <summary>The answer that puts another card in the place of the pressed one.</summary>
    /// <param name="card">The new card.</param>
    public static InvokeResponse Card(JsonNode card) => Answer(200, Attachment.AdaptiveCardType, card);

    /// <summary>The answer that shows a short text and leaves the card as it is.</summary>
    /// <param name="text">The text, not empty.</param>
    public static InvokeResponse Message(string text) => Answer(200, MessageType, JsonValue.Create(text));

    /// <summary>The answer that says that the press failed.</summary>
    /// <param name="statusCode">The status in the body, 400–599; the HTTP status stays 200.</param>
    /// <param name="code">A short code without blanks.</param>
    /// <param name="message">The text that the client shows: what happened and what to do, nothing private.</param>
    public static InvokeResponse Error(int statusCode, string code, string message) =>
        Answer(statusCode, ErrorType, new JsonObject { ["code"] = code, ["message"] = message });

    private static InvokeResponse Answer(int statusCode, string type, JsonNode? value) =>
        new(200, new JsonObject { ["statusCode"] = statusCode, ["type"] = type, ["value"] = value?.Parent is null ? value : value.DeepClone() });

    private static string? Text(JsonElement of, string name) =>
        of.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
