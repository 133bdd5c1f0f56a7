using System.Globalization;
using System.Text.Json;

namespace SupervisorBot.Gateway.Http;

/// <summary>
/// Reads the gateway's JSON as it comes: numbers as strings and the reverse, names in any case, trailing NULs, absent and null alike.
/// </summary>
internal static class LenientJson
{
    /// <summary>A duration since 1970 below this is in seconds, else in milliseconds; as milliseconds it would be March 1973.</summary>
    private const long SmallestMilliseconds = 100_000_000_000;

    /// <summary>The member of an object, by any of its spellings; undefined where there is none.</summary>
    public static JsonElement Member(JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return default;
        }

        try
        {
            if (element.TryGetProperty(name, out var exact))
            {
                return exact;
            }
        }
        catch (InvalidOperationException)
        {
            // One of the names is half a character (\ud800), which is no text to the parser. The others are looked at one by one.
        }

        foreach (var property in element.EnumerateObject())
        {
            if (IsNamed(property, name))
            {
                return property.Value;
            }
        }

        return default;
    }

    /// <summary>True for absent, null, "" and blank.</summary>
    public static bool IsNothing(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => true,
        JsonValueKind.String => string.IsNullOrWhiteSpace(ToText(element)),
        _ => false,
    };

    public static string? Text(JsonElement element, string name) => ToText(Member(element, name));

    public static int? Int(JsonElement element, string name) => ToInt(Member(element, name));

    public static DateTimeOffset? Time(JsonElement element, string name) => ToTime(Member(element, name));

    /// <summary>A string without trailing NULs, or a number or boolean as it is written; else null.</summary>
    public static string? ToText(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => StringOf(element).TrimEnd('\0'),
        JsonValueKind.Number => element.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => null,
    };

    private static bool IsNamed(JsonProperty property, string name)
    {
        try
        {
            return property.Name.Equals(name, StringComparison.OrdinalIgnoreCase);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static string StringOf(JsonElement element)
    {
        try
        {
            return element.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // An escape that is half a character (\ud800) is no text to the parser: it is kept as it is written.
            return element.GetRawText()[1..^1];
        }
    }

    public static int? ToInt(JsonElement element) => ToLong(element) is { } value and >= int.MinValue and <= int.MaxValue ? (int)value : null;

    public static long? ToLong(JsonElement element)
    {
        var text = ToText(element)?.Trim();
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
        {
            return value;
        }

        // A number may come as 4.0.
        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && number is >= long.MinValue and <= long.MaxValue && decimal.Truncate(number) == number
            ? (long)number
            : null;
    }

    /// <summary>True, "true" in any case, and 1.</summary>
    /// <exception cref="FormatException">It is neither that nor its opposite.</exception>
    public static bool ToBoolean(JsonElement element) => ToText(element)?.Trim().ToUpperInvariant() switch
    {
        "TRUE" or "1" => true,
        "FALSE" or "0" => false,
        _ => throw new FormatException("A boolean was expected."),
    };

    /// <summary>
    /// A time since 1970 in milliseconds, or in seconds where it is too small for that; null for zero and what is no time.
    /// </summary>
    public static DateTimeOffset? ToTime(JsonElement element)
    {
        if (ToLong(element) is not { } value || value <= 0)
        {
            return null;
        }

        var milliseconds = value < SmallestMilliseconds ? value * 1000 : value;
        return milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds() ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : null;
    }
}
