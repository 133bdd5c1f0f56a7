using System.Text.Json.Nodes;

namespace SupervisorBot.BotBuilder.Cards;

/// <summary>
/// What of a card the object model can find fault with: everything but the words in it and what its buttons bring back, of which any will do. Cards of one
/// shape are all taken or all rejected.
/// </summary>
internal static class CardShape
{
    private static readonly HashSet<string> s_words = ["text", "title", "tooltip", "label", "placeholder", "errorMessage", "fallbackText", "speak"];

    /// <summary>The shape, as JSON.</summary>
    /// <param name="card">The card; it stays as it is.</param>
    public static string Of(JsonNode card)
    {
        ArgumentNullException.ThrowIfNull(card);
        JsonNode shape = card.DeepClone();
        Clear(shape);
        return shape.ToJsonString();
    }

    private static void Clear(JsonNode? node)
    {
        switch (node)
        {
            case JsonArray array:
                foreach (var item in array)
                {
                    Clear(item);
                }

                break;
            case JsonObject element:
                foreach (var (name, value) in element.ToList())
                {
                    Clear(element, name, value);
                }

                break;
        }
    }

    private static void Clear(JsonObject element, string name, JsonNode? value)
    {
        switch (name, value)
        {
            case ("data", JsonObject):
                element[name] = new JsonObject();
                break;
            case ("facts", JsonArray facts):
                ClearValues(facts);
                Clear(facts);
                break;
            case (_, JsonValue word) when s_words.Contains(name) && word.TryGetValue<string>(out _):
                element[name] = "";
                break;
            default:
                Clear(value);
                break;
        }
    }

    private static void ClearValues(JsonArray facts)
    {
        foreach (var fact in facts.OfType<JsonObject>().Where(static fact => fact["value"] is JsonValue value && value.TryGetValue<string>(out _)))
        {
            fact["value"] = "";
        }
    }
}
