using System.Globalization;
using System.Text;
using System.Text.Json;

namespace SupervisorBot.Tests.Properties;

/// <summary>Writes JSON by hand, so that also what a serialiser would never write can be written.</summary>
internal static class JsonText
{
    /// <summary>A string literal; half characters, and on demand every character, as an escape.</summary>
    public static string Literal(string text, bool escapeAll = false)
    {
        var literal = new StringBuilder("\"");
        for (var i = 0; i < text.Length; i++)
        {
            var isHalf = char.IsSurrogate(text[i]) && !(i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1])) && !(i > 0 && char.IsSurrogatePair(text[i - 1], text[i]));
            if (escapeAll || isHalf || text[i] < ' ' || text[i] is '"' or '\\')
            {
                literal.Append(CultureInfo.InvariantCulture, $"\\u{(int)text[i]:x4}");
            }
            else
            {
                literal.Append(text[i]);
            }
        }

        return literal.Append('"').ToString();
    }

    /// <summary>How many objects and arrays' members there are in all, at any depth.</summary>
    public static int CountMembers(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Sum(member => 1 + CountMembers(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().Sum(item => 1 + CountMembers(item)),
        _ => 0,
    };

    /// <summary>
    /// Writes a document once more, with one of its members, counted from the top, written by <paramref name="write"/> instead: it gets the member's name
    /// (null for an element of an array) and its value.
    /// </summary>
    public static string WithMember(JsonElement document, int number, Func<string?, string, string> write)
    {
        var left = number;
        return Write(document);

        string Write(JsonElement element) => element.ValueKind switch
        {
            JsonValueKind.Object => $"{{{string.Join(',', element.EnumerateObject().Select(m => Member(m.Name, m.Value)).Where(m => m.Length > 0))}}}",
            JsonValueKind.Array => $"[{string.Join(',', element.EnumerateArray().Select(item => Member(null, item)).Where(m => m.Length > 0))}]",
            _ => element.GetRawText(),
        };

        string Member(string? name, JsonElement value)
        {
            var isIt = left-- == 0;
            var text = Write(value);
            return isIt ? write(name, text) : name is null ? text : $"{Literal(name)}:{text}";
        }
    }

    /// <summary>Writes a document once more, with members added at the beginning and the end of its objects: <paramref name="added"/> says which, given a running number.</summary>
    public static string WithAdded(JsonElement element, Func<int, string?> added)
    {
        var next = 0;
        return Write(element);

        string Write(JsonElement value) => value.ValueKind switch
        {
            JsonValueKind.Object => Object(value),
            JsonValueKind.Array => $"[{string.Join(',', value.EnumerateArray().Select(Write))}]",
            _ => value.GetRawText(),
        };

        string Object(JsonElement value)
        {
            var first = added(next++);
            var members = value.EnumerateObject().Select(m => $"{Literal(m.Name)}:{Write(m.Value)}").ToList();
            var last = added(next++);
            return $"{{{string.Join(',', new[] { first }.Concat(members).Append(last).OfType<string>())}}}";
        }
    }
}
