using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace SupervisorBot.Tests.Properties;

/// <summary>A body as it comes over a wire.</summary>
internal sealed record Document(byte[] Bytes)
{
    private static readonly Encoding s_gbk = CodePagesEncodingProvider.Instance.GetEncoding("GBK")!;

    /// <summary>Bytes of any kind, and JSON of any kind.</summary>
    public static Arbitrary<Document> Anything { get; } = Arb.From(
        Gen.OneOf(Any.Bytes, Any.Json.Select(Encoding.UTF8.GetBytes), Any.DeepJson.Select(Encoding.UTF8.GetBytes), Any.Text.Select(Encoding.Unicode.GetBytes))
            .Select(bytes => new Document(bytes)),
        Smaller);

    /// <summary>Good documents with damage: a member of another type, missing, twice or in other letters, bytes changed, cut, doubled, in another charset.</summary>
    public static Arbitrary<Document> Damaged(IReadOnlyList<string> good)
    {
        var parsed = good.Select(text => JsonDocument.Parse(text).RootElement.Clone()).ToArray();
        var texts = Gen.Elements(parsed).SelectMany(WithOtherMember);
        return Arb.From(
            Gen.Frequency(
                (4, texts.Select(Encoding.UTF8.GetBytes)),
                (1, texts.Select(s_gbk.GetBytes)),
                (1, texts.Select(text => Encoding.UTF8.GetBytes(text + "\0\0"))),
                (3, Gen.OneOf(texts, Gen.Elements(parsed).Select(e => e.GetRawText())).Select(Encoding.UTF8.GetBytes).SelectMany(WithOtherBytes)))
                .Select(bytes => new Document(bytes)),
            Smaller);
    }

    /// <summary>A good document with members that nobody knows, beside it the document without them.</summary>
    public static Gen<(string Good, string WithMore)> WithUnknownMembers(IReadOnlyList<string> good) =>
        from document in Gen.Elements(good.Select(text => JsonDocument.Parse(text).RootElement.Clone()).ToArray())
        from names in Any.WholeText.ScaleSize(size => size / 4).ListOf(4)
        from values in Any.Json.ListOf(4)
        from kept in Gen.Elements(true, false).ListOf(4)
        select (
            JsonText.WithAdded(document, _ => null),
            JsonText.WithAdded(document, number => kept[number % 4] ? $"{JsonText.Literal($"zz{number}{names[number % 4]}")}:{values[number % 4]}" : null));

    /// <inheritdoc/>
    public override string ToString() => $"{Convert.ToBase64String(Bytes)} = {Encoding.UTF8.GetString(Bytes)}";

    private static Gen<string> WithOtherMember(JsonElement document)
    {
        var count = JsonText.CountMembers(document);
        return count == 0
            ? Gen.Constant(document.GetRawText())
            : from number in Gen.Choose(0, count - 1)
              from other in Gen.Frequency((6, Any.Json), (1, Any.DeepJson))
              from name in Any.Text.ScaleSize(size => size / 4)
              from kind in Gen.Choose(0, 9)
              select JsonText.WithMember(document, number, (was, value) => (kind, was) switch
              {
                  (0, _) => "",
                  (1, null) => $"{value},{other}",
                  (1, _) => $"{JsonText.Literal(was)}:{other},{JsonText.Literal(was)}:{value}",
                  (2, not null) => $"{JsonText.Literal(was.ToUpperInvariant())}:{other}",
                  (3, not null) => $"{JsonText.Literal(name)}:{value}",
                  (4, not null) => $"{JsonText.Literal("\ud800" + name)}:{other},{JsonText.Literal(was)}:{value}",
                  (5, not null) => $"{JsonText.Literal(was)}:[null,{value},null]",
                  (5, null) => $"null,{value},null",
                  (_, null) => other,
                  _ => $"{JsonText.Literal(was)}:{other}",
              });
    }

    private static Gen<byte[]> WithOtherBytes(byte[] bytes) =>
        from at in Gen.Choose(0, bytes.Length)
        from length in Gen.Frequency((3, Gen.Choose(0, 4)), (1, Gen.Choose(0, bytes.Length)))
        from other in Any.Bytes.Resize(4)
        from kind in Gen.Choose(0, 3)
        let end = Math.Min(bytes.Length, at + length)
        select (byte[])(kind switch
        {
            0 => [.. bytes[..at], .. other, .. bytes[end..]],
            1 => bytes[..at],
            2 => [.. bytes[..end], .. bytes[at..]],
            _ => [.. bytes[..at], .. other, .. bytes[at..]],
        });

    private static IEnumerable<Document> Smaller(Document document)
    {
        var bytes = document.Bytes;
        for (var length = bytes.Length; length > 0; length /= 2)
        {
            for (var at = 0; at + length <= bytes.Length; at += length)
            {
                yield return new Document([.. bytes[..at], .. bytes[(at + length)..]]);
            }
        }
    }
}
