using System.Text.Json;
using System.Text.Json.Nodes;

namespace SupervisorBot.Chat.Templating.Expressions;

/// <summary>
/// A value while an expression is evaluated. Numbers are doubles, as the language has them: an identifier of more than
/// 15 digits belongs in a string.
/// </summary>
internal readonly struct Value
{
    private readonly object? reference;
    private readonly double number;

    private Value(ValueKind kind, object? reference, double number)
    {
        Kind = kind;
        this.reference = reference;
        this.number = number;
    }

    public ValueKind Kind { get; }

    public static Value Undefined => default;

    public static Value Null { get; } = new(ValueKind.Null, null, 0);

    public bool IsNothing => Kind is ValueKind.Undefined or ValueKind.Null;

    public bool IsNumber => Kind == ValueKind.Number && !double.IsNaN(number);

    public bool IsInteger => Kind == ValueKind.Number && double.IsInteger(number);

    /// <summary>True for everything but false, null and undefined: 0 and the empty text count as true.</summary>
    public bool IsLogicallyTrue => Kind == ValueKind.Boolean ? Boolean : !IsNothing;

    public bool Boolean => number != 0;

    public double Number => number;

    public string Text => (string)reference!;

    public JsonArray Array => (JsonArray)reference!;

    public JsonObject Object => (JsonObject)reference!;

    public static Value Of(bool value) => new(ValueKind.Boolean, null, value ? 1 : 0);

    public static Value Of(double value) => new(ValueKind.Number, null, value);

    public static Value Of(string value) => new(ValueKind.Text, value, 0);

    public static Value From(JsonNode? node) => node switch
    {
        null => Null,
        JsonArray array => new(ValueKind.Array, array, 0),
        JsonObject obj => new(ValueKind.Object, obj, 0),
        _ => FromScalar(node.AsValue()),
    };

    /// <summary>A node without a parent that the caller may place into its own tree. Undefined becomes null.</summary>
    public JsonNode? ToNode() => Kind switch
    {
        ValueKind.Boolean => JsonValue.Create(Boolean),
        // What JSON cannot say (infinity, not a number) is null; a negative zero is zero.
        ValueKind.Number => double.IsFinite(number) ? JsonValue.Create(number == 0 ? 0 : number) : null,
        ValueKind.Text => JsonValue.Create(Text),
        ValueKind.Array => Array.DeepClone(),
        ValueKind.Object => Object.DeepClone(),
        _ => null,
    };

    private static Value FromScalar(JsonValue scalar) => scalar.GetValueKind() switch
    {
        JsonValueKind.True => Of(true),
        JsonValueKind.False => Of(false),
        JsonValueKind.Number => Of(NumberOf(scalar)),
        JsonValueKind.String => Of(TextOf(scalar)),
        JsonValueKind.Null => Null,
        // A CLR object wrapped as a value: what it is shows only when it is written.
        _ => From(JsonNode.Parse(scalar.ToJsonString())),
    };

    private static double NumberOf(JsonValue scalar)
    {
        if (scalar.TryGetValue(out double real))
        {
            return real;
        }

        if (scalar.TryGetValue(out int integer))
        {
            return integer;
        }

        return scalar.TryGetValue(out long wide) ? wide : JsonSerializer.Deserialize(scalar.ToJsonString(), NumberJson.Default.Double);
    }

    private static string TextOf(JsonValue scalar) =>
        scalar.TryGetValue(out string? text)
            ? text
            // A date, an identifier or an enum: its JSON form is the text.
            : JsonNode.Parse(scalar.ToJsonString())!.GetValue<string>();
}
