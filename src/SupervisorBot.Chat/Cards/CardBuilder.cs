using System.Globalization;
using System.Text.Json.Nodes;
using SupervisorBot.Chat.Texts;

namespace SupervisorBot.Chat.Cards;

/// <summary>Gathers the data that the card templates share: header, paragraphs, facts, note, buttons.</summary>
internal sealed class CardBuilder(string template, string title, string? subtitle = null)
{
    private readonly List<CardLine> _lines = [];
    private readonly List<(string Title, string Value)> _facts = [];
    private readonly List<CardAction> _actions = [];
    private readonly JsonObject _more = [];
    private string? _note;
    private string? _summary;

    public CardBuilder Line(string text, LineTone tone = LineTone.Plain)
    {
        _lines.Add(new CardLine(text, tone));
        return this;
    }

    public CardBuilder Lines(IEnumerable<CardLine> lines)
    {
        _lines.AddRange(lines);
        return this;
    }

    public CardBuilder Fact(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            _facts.Add((name, value));
        }

        return this;
    }

    public CardBuilder Note(string? note)
    {
        _note = note;
        return this;
    }

    public CardBuilder Action(CardAction? action)
    {
        if (action is not null)
        {
            _actions.Add(action);
        }

        return this;
    }

    public CardBuilder With(string name, JsonNode value)
    {
        _more[name] = value;
        return this;
    }

    /// <summary>The line that stands for the card in notifications and where cards are not drawn; by default its title and subtitle.</summary>
    public CardBuilder Summary(string summary)
    {
        _summary = summary;
        return this;
    }

    public CardContent Build()
    {
        var summary = _summary ?? (subtitle is null ? title : CommonTexts.Titled(title, subtitle));
        var data = new JsonObject
        {
            ["rtl"] = CultureInfo.CurrentUICulture.TextInfo.IsRightToLeft,
            ["title"] = title,
            ["hasSubtitle"] = subtitle is not null,
            ["subtitle"] = subtitle ?? "",
            ["lines"] = Json.Array(_lines, line => new JsonObject { ["text"] = line.Text, ["weight"] = line.Weight, ["color"] = line.Color }),
            ["hasFacts"] = _facts.Count > 0,
            ["facts"] = Json.Array(_facts, fact => new JsonObject { ["title"] = fact.Title, ["value"] = fact.Value }),
            ["hasNote"] = _note is not null,
            ["note"] = _note ?? "",
            ["hasActions"] = _actions.Count > 0,
            ["actions"] = Json.Array(_actions, action => action.ToJson()),
            ["fallback"] = summary,
        };
        foreach (var (name, value) in _more)
        {
            data[name] = value?.DeepClone();
        }

        return new CardContent(template, data, summary);
    }
}
