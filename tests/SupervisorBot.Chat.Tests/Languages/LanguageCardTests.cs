using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SupervisorBot.Chat.Administration;
using SupervisorBot.Chat.Cards;
using SupervisorBot.Chat.Commands;
using SupervisorBot.Chat.Languages;
using SupervisorBot.Chat.Templating;
using SupervisorBot.Chat.Tests.Cards;
using SupervisorBot.Chat.Tests.Templating;

namespace SupervisorBot.Chat.Tests.Languages;

/// <summary>Every card in every language but English, whose samples stand beside the templates.</summary>
public sealed partial class LanguageCardTests
{
    private const int Most = 25 * 1024;
    private static readonly CardLibrary s_library = CardLibrary.FromEmbedded();

    /// <summary>What comes from outside in the samples: names, groups, an operator's reasons.</summary>
    private static readonly HashSet<string> s_foreign =
    [
        .. WordsOf("Anna Ivanova Olga Petrova Boris Chen Carla Diaz Agent number Sales Support Complaint Because The customer asks for a supervisor https bot example com signin"),
        // The product's name, and the settings that an operator is told of.
        .. WordsOf("Teams Microsoft Entra PublicAddress Password Inspectors Directory Source Database AgentTeams"),
    ];

    public static TheoryData<string> Foreign => [.. Language.Spoken.Where(language => language != "en")];

    [Theory]
    [MemberData(nameof(Foreign))]
    public void A_card_fits_and_runs_in_the_direction_of_its_language(string language)
    {
        Assert.All(LanguageCards(language), sample =>
        {
            var card = s_library.Render(sample.Content.Template, sample.Content.Data);
            Assert.True(CardSize.Measure(card) < Most, $"{sample.File} has {CardSize.Measure(card)} bytes");
            Assert.Equal(language == "ar", card["rtl"]!.GetValue<bool>());
            Assert.Equal("1.5", card["version"]!.GetValue<string>());
        });
    }

    [Theory]
    [MemberData(nameof(Foreign))]
    public void The_fullest_list_fits(string language)
    {
        using var spoken = Language.Of(language).Speak();
        Assert.All(CardSamples.Fullest(), content => Assert.True(CardSize.Measure(s_library.Render(content.Template, content.Data)) < Most));
    }

    [Theory]
    [MemberData(nameof(Foreign))]
    public void No_english_word_is_left_in_a_card(string language)
    {
        var own = Vocabulary(language);
        var english = Vocabulary("en").Except(own).Except(s_foreign).Except(Grammar()).ToHashSet();
        Assert.True(english.Count > 300);

        Assert.Empty(
            from sample in LanguageCards(language)
            let card = s_library.Render(sample.Content.Template, sample.Content.Data)
            from text in Shown(card)
            let left = WordsOf(text).Intersect(english).ToList()
            where left.Count > 0
            select $"{sample.File}: {string.Join(", ", left)} in “{text}”");
    }

    [Theory]
    [MemberData(nameof(Foreign))]
    public async Task The_reference_expands_and_draws_every_card(string language)
    {
        var answers = await ReferenceRun.AnswersAsync();
        Assert.All(LanguageCards(language), sample =>
        {
            var answer = answers[ReferenceJobs.IdOf(language, sample.File)];
            Assert.Null(answer.Difference);
            Assert.True(answer.Problems.Count == 0, $"{sample.File}: {string.Join(Environment.NewLine, answer.Problems)}");
        });
    }

    /// <summary>The samples in a language.</summary>
    internal static IReadOnlyList<(string File, CardContent Content)> LanguageCards(string language)
    {
        using var spoken = Language.Of(language).Speak();
        return [.. CardSamples.All()];
    }

    private static HashSet<string> Vocabulary(string language) =>
        [.. TextFiles.Sets.SelectMany(set => TextFiles.Read(set, language).Values).SelectMany(text => WordsOf(Place().Replace(text, " ")))];

    // What is typed is the same in every language: commands, their arguments and examples.
    private static IEnumerable<string> Grammar() => CommandTable.All.SelectMany(command => WordsOf($"{command.Usage} {command.Example} {string.Join(' ', command.MoreExamples)}"))
        .Concat(AdminSyntax.All.SelectMany(syntax => WordsOf($"{syntax.Usage} {syntax.Example}")))
        .Concat(Enum.GetNames<Supervision.Access.Permission>().SelectMany(WordsOf));

    private static IEnumerable<string> Shown(JsonNode? node) => node switch
    {
        JsonObject element => element.Where(member => member.Key is not ("data" or "fallback")).SelectMany(member =>
            member.Value is JsonValue && member.Key is "text" or "title" or "label" or "placeholder" or "errorMessage" or "tooltip" or "fallbackText" or "speak" or "value"
                ? [member.Value?.ToString() ?? ""]
                : Shown(member.Value)),
        JsonArray array => array.SelectMany(Shown),
        _ => [],
    };

    private static IEnumerable<string> WordsOf(string text) => Word().Matches(text).Select(word => word.Value.ToLowerInvariant());

    [GeneratedRegex("[A-Za-z]{3,}")]
    private static partial Regex Word();

    [GeneratedRegex(@"\{\d[^}]*\}")]
    private static partial Regex Place();
}
