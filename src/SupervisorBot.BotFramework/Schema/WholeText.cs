using System.Text.Json;
using System.Text.Unicode;

namespace SupervisorBot.BotFramework.Schema;

/// <summary>
/// Tells whether every character in a JSON text is a whole one. Values are kept unread until somebody asks for them: half a character, raw or as an escape such as
/// <c>\ud800</c>, which no text can hold, must be found when the text comes in, not then.
/// </summary>
internal static class WholeText
{
    /// <exception cref="JsonException">The bytes are not JSON.</exception>
    public static bool IsIn(ReadOnlySpan<byte> json) => Utf8.IsValid(json) && !(MayEscapeHalves(json) && EscapesHalf(json));

    private static bool MayEscapeHalves(ReadOnlySpan<byte> json) => json.IndexOf("\\ud"u8) >= 0 || json.IndexOf("\\uD"u8) >= 0;

    private static bool EscapesHalf(ReadOnlySpan<byte> json)
    {
        Utf8JsonReader reader = new(json);
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped)
                {
                    reader.GetString();
                }
            }

            return false;
        }
        catch (InvalidOperationException)
        {
            return true;
        }
    }
}
