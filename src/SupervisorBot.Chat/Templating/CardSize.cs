using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SupervisorBot.Chat.Templating;

/// <summary>
/// The size of a card as Teams measures a message: its JSON in UTF-16 (Microsoft Teams documentation, "Format your bot
/// messages"). Images inside the JSON are counted here, although Teams leaves them out.
/// </summary>
public static class CardSize
{
    /// <summary>How many levels a card may have: a message adds some more around it, and is written with 64 at most.</summary>
    public const int MaxDepth = 48;

    // Letters beyond ASCII count once each, not as six characters of an escape.
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = MaxDepth };

    /// <summary>Measures a card.</summary>
    /// <param name="card">The expanded card.</param>
    /// <returns>Bytes of UTF-16, at least 2.</returns>
    /// <exception cref="InvalidOperationException">The card has more than <see cref="MaxDepth"/> levels.</exception>
    public static int Measure(JsonNode card)
    {
        ArgumentNullException.ThrowIfNull(card);
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var writer = new Utf8JsonWriter(buffer, Plain))
        {
            card.WriteTo(writer);
        }

        return Encoding.UTF8.GetCharCount(buffer.WrittenSpan) * sizeof(char);
    }
}
