using System.Text.RegularExpressions;
using SupervisorBot.Chat.Languages;

namespace SupervisorBot.Chat.Tests.Languages;

/// <summary>The translations against the English texts.</summary>
public sealed partial class TextFilesTests
{
    private const string Other = ".other";

    private static readonly Dictionary<string, string[]> s_forms = new()
    {
        ["en"] = ["one", "other"],
        ["zh-Hans"] = ["other"],
        ["es"] = ["one", "other"],
        ["fr"] = ["one", "other"],
        ["ar"] = ["zero", "one", "two", "few", "many", "other"],
    };

    /// <summary>The same word in both languages, or the sign of a unit.</summary>
    private static readonly Dictionary<string, string[]> s_same = new()
    {
        ["zh-Hans"] = [],
        ["es"] = ["Inspector", "Inspector {0}", "inspector", "No", "{0} s", "{0} min", "{0} min {1} s", "{0} h", "{0} h {1} min"],
        ["fr"] = ["Agent", "Agents", "Interception", "{0} s", "{0} min", "{0} min {1} s", "{0} h", "{0} h {1} min"],
        ["ar"] = [],
    };

    public static TheoryData<string, string> All =>
        new(from set in TextFiles.Sets from language in Language.Spoken select (set, language));

    [Fact]
    public void The_texts_are_found() => Assert.True(TextFiles.Sets.Count > 10);

    [Theory]
    [MemberData(nameof(All))]
    public void A_language_has_every_text_and_every_form_of_it(string set, string language)
    {
        var english = TextFiles.Read(set, "en").Keys;
        var plurals = english.Where(key => key.EndsWith(Other, StringComparison.Ordinal)).Select(key => key[..^Other.Length])
            .Where(key => english.Contains(key + ".one")).ToList();
        var plain = english.Where(key => !plurals.Exists(plural => key.StartsWith(plural + ".", StringComparison.Ordinal)));
        var expected = plain.Concat(plurals.SelectMany(plural => s_forms[language].Select(form => $"{plural}.{form}")));

        Assert.Equal(expected.Order(StringComparer.Ordinal), TextFiles.Read(set, language).Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_translation_has_the_places_of_the_english_text(string set, string language)
    {
        var english = TextFiles.Read(set, "en");
        var wrong = TextFiles.Read(set, language).Where(text => !HasSamePlaces(text.Key, text.Value, english)).Select(text => text.Key);

        Assert.Empty(wrong);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void No_text_is_empty_or_left_in_english(string set, string language)
    {
        var english = TextFiles.Read(set, "en");
        Assert.All(TextFiles.Read(set, language), text => Assert.NotEqual("", text.Value.Trim()));
        if (language != "en")
        {
            Assert.Empty(TextFiles.Read(set, language)
                .Where(text => english.TryGetValue(text.Key, out var original) && original == text.Value)
                .Where(text => HasWords(text.Value) && !s_same[language].Contains(text.Value))
                .Select(text => $"{text.Key}: {text.Value}"));
        }
    }

    [Fact]
    public void A_command_in_an_arabic_text_keeps_its_slash_before_it() => Assert.Empty(
        from set in TextFiles.Sets
        from text in TextFiles.Read(set, "ar")
        where LooseCommand().IsMatch(text.Value)
        select $"{set} {text.Key}: put it between U+2066 and U+2069");

    private static bool HasSamePlaces(string key, string text, IReadOnlyDictionary<string, string> english)
    {
        var form = key[(key.LastIndexOf('.') + 1)..];
        var original = english.TryGetValue(key, out var same) ? same : english[$"{key[..key.LastIndexOf('.')]}{Other}"];
        var (expected, found) = (Places(original), Places(text));
        // "One", "two" and "none" may be said in words.
        return expected.SetEquals(found) || (form is "zero" or "one" or "two" && PluralOf(english, key) is { } plural && Places(plural).Except(found).All(place => place == "0"));
    }

    private static string? PluralOf(IReadOnlyDictionary<string, string> english, string key) => english.GetValueOrDefault($"{key[..key.LastIndexOf('.')]}{Other}");

    private static HashSet<string> Places(string text) => [.. Place().Matches(text).Select(place => place.Groups[1].Value)];

    private static bool HasWords(string text) => Place().Replace(text, "").Any(char.IsLetter);

    [GeneratedRegex(@"\{(\d)(?::[^}]*)?\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"(?<![\u2066\w<>])/[a-z]{2,}")]
    private static partial Regex LooseCommand();
}
