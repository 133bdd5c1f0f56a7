using System.Text;
using System.Text.Json;
using SupervisorBot.Tests.Properties;

namespace SupervisorBot.Chat.Tests.Fuzzing;

/// <summary>
/// Good documents made bad: of one seed always the same. Beside what <see cref="Document"/> does to one member, pieces of other documents come in, texts change
/// their places, bits flip, and brackets go deeper than any limit.
/// </summary>
internal sealed class Mutator(IReadOnlyList<string> corpus)
{
    private const int MostBrackets = 5_000;

    private static readonly JsonDocumentOptions s_deep = new() { MaxDepth = MostBrackets + 1_000 };

    private static readonly string[] s_numbers =
        ["-1", "0", "1e308", "1e400", "-1e400", "1e-400", "2147483648", "9223372036854775808", "-9223372036854775809", "0.1e-7", new string('9', 2_000)];

    private static readonly string[] s_texts =
    [
        "\"\"", "\"\\ud800\"", "\"\\udc00\\ud800 x\"", "\"\\u0000\"", "\"\\u202e\\u200b\\ufeff\"", "\"${$root}\"", "\"<at>\"", "\"</at><at></at>\"", "\"/intercept\"",
        "\"//user@:99999/../\"", "\"0001-01-01T00:00:00Z\"", "\"9999-12-31T23:59:59.9999999-14:00\"", $"\"{new string('x', 40_000)}\"", $"\"{string.Concat(Enumerable.Repeat("😀", 500))}\"",
    ];

    private static readonly string[] s_otherTypes = ["null", "true", "false", "0", "\"\"", "[]", "{}", "[[]]", "[null]", """{"id":{}}"""];

    /// <summary>A document that is JSON still, with one to three of its members changed.</summary>
    public string Json(int seed) => Json(new Random(seed));

    /// <summary>A document of which at times not even that is left.</summary>
    public byte[] Bytes(int seed)
    {
        var random = new Random(seed);
        var bytes = Encoding.UTF8.GetBytes(Json(random));
        return random.Next(5) > 0 ? bytes : Damaged(bytes, random);
    }

    private string Json(Random random)
    {
        var text = Any(corpus, random);
        for (var left = random.Next(1, 4); left > 0; left--)
        {
            text = Changed(text, random);
        }

        return text;
    }

    private string Changed(string text, Random random)
    {
        using var document = JsonDocument.Parse(text, s_deep);
        var members = JsonText.CountMembers(document.RootElement);
        if (members == 0)
        {
            return text;
        }

        var kind = random.Next(20);
        var other = kind switch
        {
            < 3 => Any(s_numbers, random),
            < 6 => Any(s_texts, random),
            < 9 => Any(s_otherTypes, random),
            9 => Brackets(random),
            // A text of this document in another's place, or any piece of another document.
            < 14 => Any(Pieces(document.RootElement).Where(piece => piece.StartsWith('"')).DefaultIfEmpty("\"\"").ToArray(), random),
            _ => Piece(random),
        };
        return JsonText.WithMember(document.RootElement, random.Next(members), (name, value) => (kind, name) switch
        {
            (14, null) => $"{value},{other}",
            (14, _) => random.Next(2) == 0 ? $"{JsonText.Literal(name)}:{other},{JsonText.Literal(name)}:{value}" : $"{JsonText.Literal(name)}:{value},{JsonText.Literal(name)}:{other}",
            (15 or 16, _) => "",
            (_, null) => other,
            _ => $"{JsonText.Literal(name)}:{other}",
        });
    }

    private string Piece(Random random)
    {
        using var document = JsonDocument.Parse(Any(corpus, random));
        return Any(Pieces(document.RootElement).ToArray(), random);
    }

    private static IEnumerable<string> Pieces(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Pieces(member.Value)).Prepend(element.GetRawText()),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Pieces).Prepend(element.GetRawText()),
        _ => [element.GetRawText()],
    };

    private static string Brackets(Random random)
    {
        var depth = random.Next(4) == 0 ? random.Next(1, MostBrackets / 5) : random.Next(1, 70);
        return random.Next(2) == 0
            ? new string('[', depth) + new string(']', depth)
            : string.Concat(Enumerable.Repeat("{\"a\":", depth)) + "1" + new string('}', depth);
    }

    private byte[] Damaged(byte[] bytes, Random random)
    {
        var at = random.Next(bytes.Length + 1);
        switch (random.Next(5))
        {
            case 0:
                for (var left = random.Next(1, 9); left > 0 && bytes.Length > 0; left--)
                {
                    bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
                }

                return bytes;
            case 1:
                return bytes[..at];
            case 2:
                var other = Encoding.UTF8.GetBytes(Any(corpus, random));
                return [.. bytes[..at], .. other[random.Next(other.Length)..]];
            case 3:
                return [.. bytes[..at], .. bytes[random.Next(at + 1)..]];
            default:
                var some = new byte[random.Next(1, 64)];
                random.NextBytes(some);
                return [.. bytes[..at], .. some, .. bytes[at..]];
        }
    }

    private static T Any<T>(IReadOnlyList<T> items, Random random) => items[random.Next(items.Count)];
}
