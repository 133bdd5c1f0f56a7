using System.Text.Json;
using System.Text.Json.Nodes;
using SupervisorBot.Chat.Templating.Expressions;

namespace SupervisorBot.Chat.Templating;

/// <summary>Turns a template's JSON into nodes, with every expression parsed.</summary>
internal static class TemplateParser
{
    private const string Data = "$data";
    private const string When = "$when";

    /// <exception cref="CardTemplateException">A binding is malformed.</exception>
    public static TemplateNode Parse(JsonNode? node, string place)
    {
        TemplateNode parsed = node switch
        {
            JsonObject obj => ParseObject(obj, place),
            JsonArray list => ParseList(list, place),
            JsonValue value when value.GetValueKind() == JsonValueKind.String => ParseText(value, place),
            _ => new FixedNode(node?.DeepClone()),
        };
        return parsed is { IsFixed: true } and not FixedNode ? Fix(parsed) : parsed;
    }

    private static ObjectNode ParseObject(JsonObject obj, string place)
    {
        var properties = obj
            .Where(property => !IsReserved(property.Key))
            .Select(property => KeyValuePair.Create(property.Key, Parse(property.Value, $"{place}.{property.Key}")))
            .ToArray();
        return new ObjectNode(properties, ParseData(obj, place), ParseCondition(obj, place));
    }

    private static ListNode ParseList(JsonArray list, string place) =>
        new([.. list.Select((item, i) => Parse(item, $"{place}[{i}]"))]);

    private static TemplateNode ParseText(JsonValue value, string place) =>
        ParseBinding(value, place) is { } binding ? binding : new FixedNode(value.DeepClone());

    private static DataSource? ParseData(JsonObject obj, string place)
    {
        if (!obj.TryGetPropertyValue(Data, out var data))
        {
            return null;
        }

        place = $"{place}.{Data}";
        if (ParseBinding(data, place) is { } binding)
        {
            return new DataSource(binding);
        }

        return Parse(data, place).IsFixed && !HasBindings(data)
            ? new DataSource(Value.From(data?.DeepClone()))
            : throw new CardTemplateException($"{place}: data written into a template may hold no bindings.");
    }

    private static Condition? ParseCondition(JsonObject obj, string place)
    {
        if (!obj.TryGetPropertyValue(When, out var when) || IsAbsent(when))
        {
            return null;
        }

        return new Condition(ParseBinding(when, $"{place}.{When}"));
    }

    private static BoundNode? ParseBinding(JsonNode? node, string place)
    {
        if (node is not JsonValue value || !value.TryGetValue(out string? text))
        {
            return null;
        }

        try
        {
            return BoundText.Parse(text) is { } expression ? new BoundNode(expression, place) : null;
        }
        catch (ExpressionException problem)
        {
            throw new CardTemplateException($"{place}: {problem.Message}.", problem);
        }
    }

    /// <summary>Whether a condition counts as not written: null, false, zero or empty.</summary>
    private static bool IsAbsent(JsonNode? when) => Value.From(when) is var value && value.Kind switch
    {
        ValueKind.Boolean => !value.Boolean,
        ValueKind.Number => value.Number == 0,
        ValueKind.Text => value.Text.Length == 0,
        _ => value.IsNothing,
    };

    private static bool HasBindings(JsonNode? node) => node switch
    {
        JsonObject obj => obj.Any(property => HasBindings(property.Value)),
        JsonArray list => list.Any(HasBindings),
        JsonValue value => value.TryGetValue(out string? text) && text.Contains("${", StringComparison.Ordinal),
        _ => false,
    };

    private static bool IsReserved(string name) =>
        name is Data or When or "$root" or "$index" or "$host" or "$_acTemplateVersion";

    private static FixedNode Fix(TemplateNode node)
    {
        node.TryExpand(new ExpressionScope(Value.Undefined, Value.Undefined), out var result);
        return new FixedNode(result);
    }
}
