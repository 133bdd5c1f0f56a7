using System.Globalization;
using System.Text.Json.Nodes;

namespace SupervisorBot.Chat.Templating.Expressions;

/// <summary>Reading a property or an item of a value. Names are matched without regard to case.</summary>
internal static class ValueAccess
{
    /// <summary>The value of a property; undefined where there is none.</summary>
    public static Value Property(in Value instance, string name) => instance.Kind switch
    {
        ValueKind.Object => ObjectProperty(instance.Object, name),
        ValueKind.Array => TryPosition(name, instance.Array.Count, out var item) ? Value.From(instance.Array[item]) : Value.Undefined,
        ValueKind.Text => TryPosition(name, instance.Text.Length, out var at) ? Value.Of(instance.Text[at].ToString()) : Value.Undefined,
        _ => Value.Undefined,
    };

    /// <summary>The item at a position; undefined where the instance is not there at all, an error where it has no such item.</summary>
    public static EvaluationResult Item(in Value instance, double position)
    {
        if (instance.IsNothing)
        {
            return Value.Undefined;
        }

        if (instance.Kind != ValueKind.Array)
        {
            return EvaluationResult.Fail("an index is applied to what is not a list");
        }

        return position >= 0 && position < instance.Array.Count
            ? Value.From(instance.Array[(int)position])
            : EvaluationResult.Fail("an index is out of range");
    }

    /// <summary>One step along a path: a position where the segment begins with a number and the instance is a list, else a property.</summary>
    /// <returns>False where the list has no such item, which ends the path.</returns>
    public static bool TryStep(in Value instance, string segment, out Value value)
    {
        if (instance.Kind == ValueKind.Array && TryLeadingInteger(segment, out var position))
        {
            var item = Item(instance, position);
            value = item.Value;
            return item.Error is null;
        }

        value = Property(instance, segment);
        return true;
    }

    /// <summary>Reads the integer that a text begins with, as "12 calls" begins with 12.</summary>
    public static bool TryLeadingInteger(string text, out double number)
    {
        var trimmed = text.AsSpan().TrimStart();
        var length = trimmed.Length > 0 && trimmed[0] is '-' or '+' ? 1 : 0;
        var start = length;
        while (length < trimmed.Length && char.IsAsciiDigit(trimmed[length]))
        {
            length++;
        }

        number = 0;
        return length > start && double.TryParse(trimmed[..length], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
    }

    private static Value ObjectProperty(JsonObject instance, string name)
    {
        // The first name that fits wins, so a look-up by the exact name alone would not do.
        foreach (var (key, node) in instance)
        {
            if (string.Equals(key, name, StringComparison.OrdinalIgnoreCase))
            {
                return Value.From(node);
            }
        }

        return Value.Undefined;
    }

    private static bool TryPosition(string name, int count, out int position) =>
        int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out position)
        && position < count
        && (name.Length == 1 || name[0] != '0');
}
