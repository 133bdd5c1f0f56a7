using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SupervisorBot.BotFramework.Schema;

/// <summary>Reads and writes activities as JSON: camel case, nulls left out, unknown members kept, dates in UTC.</summary>
public static class ActivityJson
{
    // The text goes into JSON bodies only, never into HTML: letters of any script are written as they are and count once against Teams' size limit.
    internal static ActivityJsonContext Context { get; } = new(
        new JsonSerializerOptions(ActivityJsonContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>The options for System.Text.Json that this class uses, frozen.</summary>
    public static JsonSerializerOptions Options => Context.Options;

    /// <summary>Reads one activity.</summary>
    /// <param name="json">A JSON object.</param>
    /// <returns>The activity, or null for the JSON literal <c>null</c>.</returns>
    /// <exception cref="JsonException">The text is not JSON, holds an escape that is half a character, or a member has the wrong kind of value.</exception>
    public static Activity? ReadActivity(string json) => ReadActivity(Encoding.UTF8.GetBytes(json));

    /// <summary>Reads one activity.</summary>
    /// <param name="utf8">A JSON object in UTF-8.</param>
    /// <returns>The activity, or null for the JSON literal <c>null</c>.</returns>
    /// <exception cref="JsonException">The bytes are not JSON in UTF-8, hold half a character, or a member has the wrong kind of value.</exception>
    public static Activity? ReadActivity(ReadOnlySpan<byte> utf8) => WholeText.IsIn(utf8)
        ? JsonSerializer.Deserialize(utf8, Context.Activity)
        : throw new JsonException("Half a character is in the text.");

    /// <summary>Writes one activity.</summary>
    /// <param name="activity">The activity.</param>
    public static string Write(Activity activity) => JsonSerializer.Serialize(activity, Context.Activity);

    /// <summary>Writes a conversation reference, for storage.</summary>
    /// <param name="reference">The reference.</param>
    public static string Write(ConversationReference reference) => JsonSerializer.Serialize(reference, Context.ConversationReference);

    /// <summary>Reads a stored conversation reference.</summary>
    /// <param name="json">What <see cref="Write(ConversationReference)"/> wrote.</param>
    /// <exception cref="JsonException">The text is not such a reference.</exception>
    public static ConversationReference ReadReference(string json) =>
        JsonSerializer.Deserialize(json, Context.ConversationReference) ?? throw new JsonException("The conversation reference is null.");

    /// <summary>One activity as a JSON node.</summary>
    /// <param name="activity">The activity.</param>
    public static JsonNode ToNode(Activity activity) => JsonSerializer.SerializeToNode(activity, Context.Activity)!;
}
