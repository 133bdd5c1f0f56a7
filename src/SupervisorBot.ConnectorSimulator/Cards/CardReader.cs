using System.Text.Json.Nodes;

namespace SupervisorBot.ConnectorSimulator.Cards;

/// <summary>Reads Adaptive Cards as a client does, as far as buttons, inputs and words go.</summary>
public static class CardReader
{
    private const string CardType = "application/vnd.microsoft.card.adaptive";

    /// <summary>The first Adaptive Card among an activity's attachments; null where there is none.</summary>
    /// <param name="activity">The activity.</param>
    public static JsonObject? FirstCard(JsonObject? activity) =>
        (activity?["attachments"] as JsonArray)?.OfType<JsonObject>().FirstOrDefault(static a => Text(a, "contentType") == CardType)?["content"] as JsonObject;

    /// <summary>Every button of a card, wherever it stands: actions, ActionSets, selectActions, inline actions, ShowCards.</summary>
    /// <param name="card">The card.</param>
    public static IReadOnlyList<CardButton> Buttons(JsonObject card)
    {
        ArgumentNullException.ThrowIfNull(card);
        List<CardButton> buttons = [];
        Collect(card, [card], buttons);
        return buttons;
    }

    /// <summary>Every input that belongs to a card itself, not to a ShowCard within it.</summary>
    /// <param name="card">The card.</param>
    public static IReadOnlyList<JsonObject> Inputs(JsonObject card)
    {
        ArgumentNullException.ThrowIfNull(card);
        List<JsonObject> inputs = [];
        CollectInputs(card, inputs);
        return inputs;
    }

    /// <summary>The card's words line by line, its buttons in brackets.</summary>
    /// <param name="card">The card.</param>
    public static IReadOnlyList<string> Lines(JsonObject card)
    {
        ArgumentNullException.ThrowIfNull(card);
        List<string> lines = [];
        AddLines(card["body"], lines);
        AddButtons(card["actions"], lines);
        return lines;
    }

    /// <summary>All words of a card in one text, for finding something in it.</summary>
    /// <param name="card">The card.</param>
    public static string Words(JsonObject card) => string.Join('\n', Lines(card));

    internal static string? Text(JsonObject of, string name) => of[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    private static void Collect(JsonNode? node, IReadOnlyList<JsonObject> scopes, List<CardButton> buttons)
    {
        if (node is JsonArray array)
        {
            foreach (JsonNode? item in array)
            {
                Collect(item, scopes, buttons);
            }
        }
        else if (node is JsonObject item)
        {
            string type = Text(item, "type") ?? "";
            if (type.StartsWith("Action.", StringComparison.Ordinal))
            {
                buttons.Add(new CardButton(Text(item, "title") ?? "", type, Text(item, "verb"), item, scopes));
                if (item["card"] is JsonObject inner)
                {
                    Collect(inner, [.. scopes, inner], buttons);
                }

                return;
            }

            // A fallback is drawn only by clients that do not know the element.
            foreach ((string name, JsonNode? value) in item)
            {
                if (name is not ("fallback" or "data" or "refresh" or "authentication"))
                {
                    Collect(value, scopes, buttons);
                }
            }
        }
    }

    private static void CollectInputs(JsonNode? node, List<JsonObject> inputs)
    {
        if (node is JsonArray array)
        {
            foreach (JsonNode? item in array)
            {
                CollectInputs(item, inputs);
            }
        }
        else if (node is JsonObject item && Text(item, "type") is var type && type?.StartsWith("Action.", StringComparison.Ordinal) != true)
        {
            if (type?.StartsWith("Input.", StringComparison.Ordinal) == true && Text(item, "id") is not null)
            {
                inputs.Add(item);
                return;
            }

            foreach ((string name, JsonNode? value) in item)
            {
                if (name is not ("fallback" or "refresh" or "authentication"))
                {
                    CollectInputs(value, inputs);
                }
            }
        }
    }

    private static void AddLines(JsonNode? node, List<string> lines)
    {
        foreach (JsonObject item in (node as JsonArray)?.OfType<JsonObject>() ?? [])
        {
            AddElement(item, lines);
        }
    }

    private static void AddElement(JsonObject item, List<string> lines)
    {
        switch (Text(item, "type"))
        {
            case "TextBlock":
                lines.Add(Text(item, "text") ?? "");
                break;
            case "RichTextBlock":
                lines.Add(string.Concat((item["inlines"] as JsonArray ?? []).Select(static i => i is JsonObject run ? Text(run, "text") : (string?)i)));
                break;
            case "FactSet":
                lines.AddRange((item["facts"] as JsonArray ?? []).OfType<JsonObject>().Select(static f => $"{Text(f, "title")} {Text(f, "value")}"));
                break;
            case "Image":
                lines.Add($"({Text(item, "altText") ?? "picture"})");
                break;
            case "ActionSet":
                AddButtons(item["actions"], lines);
                break;
            case "ColumnSet":
                AddRow(item["columns"], lines);
                break;
            case "Table":
                foreach (JsonObject row in (item["rows"] as JsonArray)?.OfType<JsonObject>() ?? [])
                {
                    AddRow(row["cells"], lines);
                }

                break;
            case { } type when type.StartsWith("Input.", StringComparison.Ordinal):
                AddInput(item, lines);
                break;
            default:
                AddLines(item["items"], lines);
                break;
        }

        if (item["selectAction"] is JsonObject select && Text(select, "title") is { Length: > 0 } title)
        {
            lines.Add($"[ {title} ]");
        }
    }

    private static void AddRow(JsonNode? cells, List<string> lines)
    {
        List<string> columns = [];
        foreach (JsonObject cell in (cells as JsonArray)?.OfType<JsonObject>() ?? [])
        {
            List<string> inside = [];
            AddElement(cell, inside);
            columns.Add(string.Join(" / ", inside));
        }

        lines.Add(string.Join(" | ", columns));
    }

    private static void AddInput(JsonObject input, List<string> lines)
    {
        lines.Add($"{Text(input, "label") ?? Text(input, "title") ?? Text(input, "id")}: {Text(input, "value") ?? Text(input, "placeholder")}");
        lines.AddRange((input["choices"] as JsonArray ?? []).OfType<JsonObject>().Select(static c => $"  ( ) {Text(c, "title")}"));
    }

    private static void AddButtons(JsonNode? actions, List<string> lines)
    {
        string[] titles = [.. (actions as JsonArray ?? []).OfType<JsonObject>().Select(static a => $"[ {Text(a, "title")} ]")];
        if (titles.Length > 0)
        {
            lines.Add(string.Join(' ', titles));
        }
    }
}
