using System.Text.Json;

namespace SupervisorBot.BotFramework.Schema;

/// <summary>Tells how deep a JSON text is nested before anything is made of it: what walks through a value later goes one call deeper with each level.</summary>
internal static class JsonDepth
{
    /// <summary>Reads the whole text and makes nothing of it.</summary>
    /// <exception cref="JsonException">The bytes are not JSON, or nested deeper.</exception>
    public static void Check(ReadOnlySpan<byte> json, int most)
    {
        Utf8JsonReader reader = new(json, new JsonReaderOptions { MaxDepth = most });
        while (reader.Read())
        {
            // The reader itself refuses what is deeper.
        }
    }
}
