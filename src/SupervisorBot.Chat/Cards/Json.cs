using System.Text.Json.Nodes;

namespace SupervisorBot.Chat.Cards;

/// <summary>Small builders of JSON.</summary>
internal static class Json
{
    public static JsonArray Array<T>(IEnumerable<T> items, Func<T, JsonObject> write)
    {
        var array = new JsonArray();
        foreach (var item in items)
        {
            array.Add((JsonNode)write(item));
        }

        return array;
    }
}
