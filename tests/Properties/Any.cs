using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace SupervisorBot.Tests.Properties;

/// <summary>Generators of what may come over a wire, the rare and the wrong more often than there.</summary>
internal static class Any
{
    private static readonly string[] s_numbers =
    [
        "0", "-0", "1", "-1", "4.0", "1e2", "1E400", "-1e-400", "1e-7", "2147483647", "2147483648", "-2147483649", "9223372036854775807", "9223372036854775808",
        "-9223372036854775808", "1477393325123", "253402300799999", "253402300800000", "92233720368547758", "79228162514264337593543950336", "1.000000000000000000000000000000001",
        "0.1", new string('9', 400),
    ];

    /// <summary>A character of any kind: half a pair, NUL and blanks of every width among them.</summary>
    public static Gen<char> Character { get; } = Gen.Frequency(
        (20, Gen.Choose(' ', '~')),
        (4, Gen.Elements(0, '\t', '\n', '\r', 1, 0x1b, 0x7f, 0x85, 0xa0, 0x200b, 0x2028, 0x202e, 0x3000, 0xfeff, 0xfffd, 0xffff, '"', '\\', '/')),
        (3, Gen.Choose(0x4e00, 0x9fa5)),
        (2, Gen.Choose(0xd800, 0xdfff)),
        (2, Gen.Choose(0, 0xffff))).Select(code => (char)code);

    /// <summary>A text that may hold half characters.</summary>
    public static Gen<string> Text { get; } = Gen.OneOf(Character.Select(c => c.ToString()), Gen.Constant("😀")).ListOf().Select(string.Concat);

    /// <summary>A text of whole characters.</summary>
    public static Gen<string> WholeText { get; } = Text.Select(text => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)));

    /// <summary>Bytes of any value.</summary>
    public static Gen<byte[]> Bytes { get; } = Gen.Choose(0, 255).Select(value => (byte)value).ArrayOf();

    /// <summary>A value as JSON writes it, with names that come twice, escapes that are half a character, and numbers of any size; nested up to five deep.</summary>
    public static Gen<string> Json { get; } = Gen.Sized(size => JsonOf(Math.Min(size / 10, 5)));

    /// <summary>A JSON value in more brackets than a parser likes.</summary>
    public static Gen<string> DeepJson { get; } =
        from depth in Gen.Choose(1, 200)
        from isArray in Gen.Elements(true, false)
        from inner in JsonOf(0)
        select isArray
            ? new string('[', depth) + inner + new string(']', depth)
            : string.Concat(Enumerable.Repeat("{\"a\":", depth)) + inner + new string('}', depth);

    private static Gen<string> Scalar => Gen.Frequency(
        (1, Gen.Elements("null", "true", "false")),
        (2, Gen.Elements(s_numbers)),
        (2, Gen.Choose(int.MinValue, int.MaxValue).Select(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture))),
        (4, Literal));

    private static Gen<string> Literal =>
        from text in Text.ScaleSize(size => size / 4)
        from escapeAll in Gen.Elements(true, false, false)
        select JsonText.Literal(text, escapeAll);

    private static Gen<string> JsonOf(int depth)
    {
        if (depth <= 0)
        {
            return Scalar;
        }

        var inner = JsonOf(depth - 1).ListOf().Resize(4);
        return Gen.Frequency(
            (3, Scalar),
            (1, inner.Select(items => $"[{string.Join(',', items)}]")),
            (2, Literal.Zip(JsonOf(depth - 1)).ListOf().Resize(4).Select(members => $"{{{string.Join(',', members.Select(m => $"{m.Item1}:{m.Item2}"))}}}")));
    }
}
