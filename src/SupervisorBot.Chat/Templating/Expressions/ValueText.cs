using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace SupervisorBot.Chat.Templating.Expressions;

/// <summary>How values are written as text. The rules are ECMAScript's, in which the language is defined.</summary>
internal static class ValueText
{
    private const int LowestPlainExponent = -6;
    private const int HighestPlainExponent = 20;

    /// <summary>The text of a value inside a longer text, such as "Call ${age}". Undefined and null have none.</summary>
    public static string Of(in Value value) => value.Kind switch
    {
        ValueKind.Boolean => value.Boolean ? "true" : "false",
        ValueKind.Number => Number(value.Number),
        ValueKind.Text => value.Text,
        ValueKind.Array => Join(value.Array, ","),
        ValueKind.Object => "[object Object]",
        ValueKind.Null => "null",
        _ => "undefined",
    };

    /// <summary>The text of a value as the functions concat and string see it: nothing is empty, a structure is JSON.</summary>
    public static string OrEmpty(in Value value) => value.Kind switch
    {
        ValueKind.Undefined or ValueKind.Null => "",
        ValueKind.Array or ValueKind.Object => Json(value),
        _ => Of(value),
    };

    public static string Join(JsonArray array, string separator)
    {
        var text = new StringBuilder();
        for (var i = 0; i < array.Count; i++)
        {
            if (i > 0)
            {
                text.Append(separator);
            }

            var item = Value.From(array[i]);
            if (!item.IsNothing)
            {
                text.Append(Of(item));
            }
        }

        return text.ToString();
    }

    /// <summary>The shortest digits that read back as the same number; an exponent only below 1e-6 and from 1e21.</summary>
    public static string Number(double number)
    {
        if (double.IsNaN(number))
        {
            return "NaN";
        }

        if (double.IsInfinity(number))
        {
            return number > 0 ? "Infinity" : "-Infinity";
        }

        if (number == 0)
        {
            return "0";
        }

        var shortest = number.ToString("R", CultureInfo.InvariantCulture);
        return shortest.Contains('E', StringComparison.Ordinal) ? FromScientific(shortest) : shortest;
    }

    public static string Json(in Value value)
    {
        var text = new StringBuilder();
        WriteJson(text, value);
        return text.ToString();
    }

    private static string FromScientific(string shortest)
    {
        var sign = shortest[0] == '-' ? "-" : "";
        var mark = shortest.IndexOf('E', StringComparison.Ordinal);
        var digits = shortest[sign.Length..mark].Replace(".", "", StringComparison.Ordinal);
        var exponent = int.Parse(shortest.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        if (exponent < LowestPlainExponent || exponent > HighestPlainExponent)
        {
            var fraction = digits.Length > 1 ? "." + digits[1..] : "";
            return string.Create(CultureInfo.InvariantCulture, $"{sign}{digits[0]}{fraction}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent)}");
        }

        if (exponent < 0)
        {
            return sign + "0." + new string('0', -exponent - 1) + digits;
        }

        return digits.Length <= exponent + 1
            ? sign + digits.PadRight(exponent + 1, '0')
            : sign + digits[..(exponent + 1)] + "." + digits[(exponent + 1)..];
    }

    private static void WriteJson(StringBuilder text, in Value value)
    {
        switch (value.Kind)
        {
            case ValueKind.Text:
                WriteQuoted(text, value.Text);
                break;
            case ValueKind.Array:
                WriteArray(text, value.Array);
                break;
            case ValueKind.Object:
                WriteObject(text, value.Object);
                break;
            case ValueKind.Number when !double.IsFinite(value.Number):
            case ValueKind.Undefined:
                text.Append("null");
                break;
            default:
                text.Append(Of(value));
                break;
        }
    }

    private static void WriteArray(StringBuilder text, JsonArray array)
    {
        text.Append('[');
        for (var i = 0; i < array.Count; i++)
        {
            if (i > 0)
            {
                text.Append(',');
            }

            WriteJson(text, Value.From(array[i]));
        }

        text.Append(']');
    }

    private static void WriteObject(StringBuilder text, JsonObject obj)
    {
        text.Append('{');
        var first = true;
        foreach (var (name, node) in obj)
        {
            if (!first)
            {
                text.Append(',');
            }

            first = false;
            WriteQuoted(text, name);
            text.Append(':');
            WriteJson(text, Value.From(node));
        }

        text.Append('}');
    }

    private static void WriteQuoted(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var character in value)
        {
            switch (character)
            {
                case '"': text.Append("\\\""); break;
                case '\\': text.Append("\\\\"); break;
                case '\b': text.Append("\\b"); break;
                case '\f': text.Append("\\f"); break;
                case '\n': text.Append("\\n"); break;
                case '\r': text.Append("\\r"); break;
                case '\t': text.Append("\\t"); break;
                case < ' ': text.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"); break;
                default: text.Append(character); break;
            }
        }

        text.Append('"');
    }
}
