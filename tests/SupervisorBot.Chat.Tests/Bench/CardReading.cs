using System.Text.Json.Nodes;

namespace SupervisorBot.Chat.Tests.Bench;

/// <summary>Reads a card as a person does: its texts and its buttons.</summary>
internal static class CardReading
{
    public static IEnumerable<string> Texts(JsonNode card) => Objects(card)
        .SelectMany(element => Type(element) switch
        {
            "TextBlock" => [Text(element, "text")],
            "FactSet" => element["facts"]!.AsArray().Select(fact => $"{Text(fact!.AsObject(), "title")}: {Text(fact!.AsObject(), "value")}"),
            "Action.Execute" => [$"[{Text(element, "title")}]"],
            _ => Array.Empty<string>(),
        });

    public static IReadOnlyList<(string Title, JsonObject Press)> Buttons(JsonNode card) =>
        [.. Objects(card).Where(element => Type(element) == "Action.Execute").Select(element => (Text(element, "title"), element["data"]!.AsObject()))];

    public static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject element => Inner(element).Prepend(element),
        JsonArray array => array.SelectMany(Objects),
        _ => [],
    };

    public static string? Type(JsonObject element) => element["type"] is JsonValue type ? type.GetValue<string>() : null;

    private static IEnumerable<JsonObject> Inner(JsonObject element) =>
        element.Where(member => member.Key is not ("fallback" or "data")).SelectMany(member => Objects(member.Value));

    private static string Text(JsonObject element, string name) => element[name]!.GetValue<string>();
}
