using System.Text.Json.Nodes;
using SupervisorBot.ConnectorSimulator.Cards;

namespace SupervisorBot.ConnectorSimulator.Chats;

/// <summary>Works out what a press on a button sends: the action's data with the card's inputs.</summary>
internal static class Press
{
    public static JsonObject Data(CardButton button, JsonObject action, IReadOnlyDictionary<string, string> typed)
    {
        JsonObject data = action["data"] is JsonObject own ? (JsonObject)own.DeepClone() : [];
        if (CardReader.Text(action, "associatedInputs") == "none")
        {
            return data;
        }

        JsonObject[] inputs = [.. button.Scopes.SelectMany(CardReader.Inputs)];
        if (typed.Keys.FirstOrDefault(id => !inputs.Any(i => CardReader.Text(i, "id") == id)) is { } unknown)
        {
            throw new InvalidOperationException($"The card has no input {unknown} that goes with {button.Title}.");
        }

        foreach (JsonObject input in inputs)
        {
            string id = CardReader.Text(input, "id")!;
            string? value = typed.GetValueOrDefault(id) ?? Default(input);
            if (!string.IsNullOrEmpty(value))
            {
                data[id] = value;
            }
            else if (input["isRequired"] is JsonValue required && required.TryGetValue(out bool must) && must)
            {
                throw new InvalidOperationException($"The client sends nothing: {id} is required.");
            }
        }

        return data;
    }

    // Clients send every value as a string; a toggle always has one.
    private static string? Default(JsonObject input)
    {
        string? value = input["value"] switch { null => null, JsonValue v when v.TryGetValue(out string? text) => text, var other => other.ToJsonString() };
        return CardReader.Text(input, "type") == "Input.Toggle" ? value ?? CardReader.Text(input, "valueOff") ?? "false" : value;
    }
}
