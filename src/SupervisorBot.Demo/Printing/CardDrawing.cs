using System.Text.Json.Nodes;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace SupervisorBot.Demo;

/// <summary>Draws an Adaptive Card as a box of text.</summary>
internal static class CardDrawing
{
    /// <summary>More than this in one line, and each button gets a line of its own.</summary>
    private const int ButtonLine = 64;

    /// <summary>The card in a box: its words, facts, rows and inputs, its buttons in brackets.</summary>
    public static IRenderable Draw(JsonObject card)
    {
        var lines = Elements(card["body"]);
        AddButtons(card["actions"], lines);
        return new Panel(new Rows(lines)) { Border = BoxBorder.Rounded, Padding = new Padding(1, 0) };
    }

    private static List<IRenderable> Elements(JsonNode? elements)
    {
        var lines = new List<IRenderable>();
        var table = new List<JsonObject>();
        foreach (var element in Objects(elements))
        {
            if (Text(element, "type") == "ColumnSet")
            {
                table.Add(element);
                continue;
            }

            AddColumns(table, lines);
            AddSpace(element, lines);
            AddElement(element, lines);
        }

        AddColumns(table, lines);
        return lines;
    }

    private static void AddElement(JsonObject element, List<IRenderable> lines)
    {
        switch (Text(element, "type"))
        {
            case "TextBlock":
                lines.Add(new Text(PlainText.Of(Text(element, "text")), StyleOf(element)));
                break;
            case "RichTextBlock":
                lines.Add(new Text(string.Concat((element["inlines"] as JsonArray ?? []).Select(run => run is JsonObject part ? Text(part, "text") : (string?)run))));
                break;
            case "FactSet":
                AddFacts(element, lines);
                break;
            case "Table":
                AddTable(element, lines);
                break;
            case "Image":
                lines.Add(new Text($"({Text(element, "altText") ?? "picture"})"));
                break;
            case "ActionSet":
                AddButtons(element["actions"], lines);
                break;
            case { } type when type.StartsWith("Input.", StringComparison.Ordinal):
                lines.Add(new Text($"{Text(element, "label") ?? Text(element, "id")}: {Text(element, "value") ?? Text(element, "placeholder") ?? "____"}"));
                lines.AddRange(Objects(element["choices"]).Select(choice => new Text($"  ( ) {PlainText.Of(Text(choice, "title"))}")));
                break;
            default:
                lines.AddRange(Elements(element["items"]));
                break;
        }
    }

    /// <summary>Rows of columns that follow each other share their columns' widths.</summary>
    private static void AddColumns(List<JsonObject> rows, List<IRenderable> lines)
    {
        foreach (var alike in rows.ChunkBy(row => Objects(row["columns"]).Count()))
        {
            var grid = new Grid();
            grid.AddColumns(Math.Max(1, Objects(alike[0]["columns"]).Count()));
            foreach (var row in alike)
            {
                if (row != alike[0] && row["separator"] is not null)
                {
                    grid.AddEmptyRow();
                }

                grid.AddRow([.. Objects(row["columns"]).Select(column => (IRenderable)new Rows(Elements(column["items"])))]);
            }

            lines.Add(grid);
        }

        rows.Clear();
    }

    private static void AddFacts(JsonObject facts, List<IRenderable> lines)
    {
        var grid = new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn();
        foreach (var fact in Objects(facts["facts"]))
        {
            grid.AddRow(new Text(PlainText.Of(Text(fact, "title")), new Style(decoration: Decoration.Bold)), new Text(PlainText.Of(Text(fact, "value"))));
        }

        lines.Add(grid);
    }

    private static void AddTable(JsonObject table, List<IRenderable> lines)
    {
        var rows = Objects(table["rows"]).Select(row => Objects(row["cells"]).ToList()).Where(row => row.Count > 0).ToList();
        if (rows.Count == 0)
        {
            return;
        }

        var grid = new Grid();
        grid.AddColumns(rows.Max(row => row.Count));
        foreach (var row in rows)
        {
            grid.AddRow([.. row.Select(cell => (IRenderable)new Rows(Elements(cell["items"])))]);
        }

        lines.Add(grid);
    }

    private static void AddButtons(JsonNode? actions, List<IRenderable> lines)
    {
        string[] buttons = [.. Objects(actions).Select(action => $"[ {PlainText.Of(Text(action, "title"))} ]")];
        if (buttons.Length == 0)
        {
            return;
        }

        var style = new Style(Color.Aqua);
        var oneLine = string.Join("  ", buttons);
        lines.AddRange(oneLine.Length <= ButtonLine ? [new Text(oneLine, style)] : buttons.Select(button => new Text(button, style)));
    }

    /// <summary>A wide space above an element is an empty line.</summary>
    private static void AddSpace(JsonObject element, List<IRenderable> lines)
    {
        if (lines.Count > 0 && Text(element, "spacing") is "Medium" or "Large" or "ExtraLarge")
        {
            lines.Add(new Text(" "));
        }
    }

    private static Style StyleOf(JsonObject element)
    {
        var bold = Text(element, "weight") == "Bolder";
        var subtle = element["isSubtle"] is JsonValue value && value.TryGetValue(out bool isSubtle) && isSubtle;
        var colour = Text(element, "color") switch
        {
            "Attention" => Color.Red,
            "Good" => Color.Green,
            "Warning" => Color.Yellow,
            "Accent" => Color.Blue,
            _ => subtle ? Color.Grey : Color.Default,
        };
        return new Style(colour, decoration: bold ? Decoration.Bold : Decoration.None);
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => (node as JsonArray)?.OfType<JsonObject>() ?? [];

    private static string? Text(JsonObject of, string name) => of[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    /// <summary>Splits a list wherever a key changes.</summary>
    private static List<List<JsonObject>> ChunkBy(this List<JsonObject> items, Func<JsonObject, int> key)
    {
        var chunks = new List<List<JsonObject>>();
        foreach (var item in items)
        {
            if (chunks.Count == 0 || key(chunks[^1][0]) != key(item))
            {
                chunks.Add([]);
            }

            chunks[^1].Add(item);
        }

        return chunks;
    }
}
