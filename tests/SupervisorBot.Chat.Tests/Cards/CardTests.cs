using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SupervisorBot.Chat.Cards;
using SupervisorBot.Chat.Commands;
using SupervisorBot.Chat.Languages;
using SupervisorBot.Chat.Templating;
using SupervisorBot.Chat.Tests.Bench;
using SupervisorBot.Chat.Tests.Languages;
using SupervisorBot.Chat.Tests.Templating;
using SupervisorBot.Chat.Texts;
using SupervisorBot.Supervision.Access;

namespace SupervisorBot.Chat.Tests.Cards;

public sealed partial class CardTests
{
    // Set to 1, the samples are written instead of compared.
    private const string Renew = "RENEW_CARD_SAMPLES";
    private static readonly JsonSerializerOptions s_written = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly CardLibrary s_library = CardLibrary.FromEmbedded();

    public static TheoryData<string> Samples => [.. CardSamples.All().Select(sample => sample.File)];

    [Theory]
    [MemberData(nameof(Samples))]
    public void The_sample_beside_a_template_is_what_the_bot_puts_in(string file)
    {
        var path = RepositoryRoot.Combine("cards", file + ".data.json");
        var now = Sample(file).Data.ToJsonString(s_written) + "\n";
        if (Environment.GetEnvironmentVariable(Renew) == "1")
        {
            File.WriteAllText(path, now);
        }

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(now), JsonNode.Parse(File.ReadAllText(path))), $"{path} is out of date: set {Renew}=1 and run this test.");
    }

    [Fact]
    public void No_sample_lies_about_unused()
    {
        var files = Directory.EnumerateFiles(RepositoryRoot.Combine("cards"), "*.data.json").Select(Path.GetFileName).Order(StringComparer.Ordinal);
        Assert.Equal(CardSamples.All().Select(sample => sample.File + ".data.json").Order(StringComparer.Ordinal), files);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_card_is_complete_for_every_reader(string file)
    {
        var sample = Sample(file);
        var card = s_library.Render(sample.Template, sample.Data);
        Assert.Equal("1.5", card["version"]!.GetValue<string>());
        Assert.Equal(sample.Summary, card["fallbackText"]!.GetValue<string>());
        Assert.Equal(sample.Summary, card["speak"]!.GetValue<string>());
        Assert.NotEmpty(sample.Summary);
        Assert.DoesNotContain("${", card.ToJsonString());
        Assert.All(CardReading.Objects(card), element =>
        {
            Assert.NotEqual("positive", element["style"]?.ToString());
            Assert.NotEqual("destructive", element["style"]?.ToString());
            if (CardReading.Type(element) == "ActionSet")
            {
                Assert.InRange(element["actions"]!.AsArray().Count, 1, 6);
            }

            if (CardReading.Type(element) == "TextBlock")
            {
                Assert.False(string.IsNullOrWhiteSpace(element["text"]!.GetValue<string>()));
            }

            if (CardReading.Type(element) is { } action && action.StartsWith("Action.", StringComparison.Ordinal))
            {
                Assert.False(string.IsNullOrWhiteSpace(element["title"]!.GetValue<string>()));
                Assert.False(string.IsNullOrWhiteSpace(element["tooltip"]!.GetValue<string>()));
                Assert.NotEqual(element["title"]!.GetValue<string>(), element["tooltip"]!.GetValue<string>());
            }

            if (CardReading.Type(element) is { } input && input.StartsWith("Input.", StringComparison.Ordinal))
            {
                Assert.False(string.IsNullOrWhiteSpace(element["label"]!.GetValue<string>()));
                Assert.True(element["isRequired"]?.GetValue<bool>() != true || !string.IsNullOrWhiteSpace(element["errorMessage"]?.GetValue<string>()));
            }

            if (CardReading.Type(element) == "Image")
            {
                Assert.False(string.IsNullOrWhiteSpace(element["altText"]!.GetValue<string>()));
            }
        });
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Without_its_colours_a_card_says_the_same(string file)
    {
        var sample = Sample(file);
        var texts = CardReading.Objects(s_library.Render(sample.Template, sample.Data))
            .Where(element => CardReading.Type(element) == "TextBlock")
            .Select(element => (Text: element["text"]!.GetValue<string>(), Color: element["color"]?.GetValue<string>() ?? "Default"))
            .ToList();
        // What is coloured says in words or by a sign what the colour says, so nothing that reads alike looks different.
        Assert.All(texts.Where(text => text.Color != "Default"), coloured => Assert.DoesNotContain(texts, other => other.Text == coloured.Text && other.Color != coloured.Color));
    }

    [Fact]
    public void Every_command_in_the_help_is_shown_as_it_can_be_typed()
    {
        var help = Sample("help");
        var texts = CardReading.Texts(s_library.Render(help.Template, help.Data)).ToList();
        Assert.All(CommandTable.All.Where(command => command.Need.IsMetBy(PermissionSet.Default)), command =>
        {
            Assert.Contains(Markup.Syntax(command.Usage), texts);
            Assert.Contains(texts, text => text == CommandTexts.Examples(command) || command.Arguments.Length == 0);
        });
    }

    // A client leaves such a thing out of a text: it takes it for a tag.
    [Fact]
    public void Nothing_in_angle_brackets_looks_like_a_tag() => Assert.Empty(
        from language in Language.Spoken
        from sample in LanguageCardTests.LanguageCards(language)
        from text in CardReading.Texts(s_library.Render(sample.Content.Template, sample.Content.Data))
        where Tag().IsMatch(text)
        select $"{language} {sample.File}: {text}");

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_card_shows_no_id_of_ours_and_no_whole_number(string file)
    {
        var sample = Sample(file);
        var shown = string.Join('\n', CardReading.Texts(s_library.Render(sample.Template, sample.Data))) + sample.Summary;
        Assert.DoesNotMatch(Guids(), shown);
        Assert.DoesNotMatch(LongNumbers(), shown);
    }

    public static TheoryData<string> Languages => [.. Language.Spoken];

    [Fact]
    public void The_fullest_lists_fit_into_a_message() => AssertFit(CardSamples.Fullest());

    [Theory]
    [MemberData(nameof(Languages))]
    public void The_fullest_board_fits_into_a_message_in_every_language(string language)
    {
        using var spoken = Language.Of(language).Speak();
        AssertFit([CardSamples.FullestBoard()]);
    }

    private static void AssertFit(IEnumerable<Chat.Cards.CardContent> contents) => Assert.All(contents, content =>
    {
        var card = s_library.Render(content.Template, content.Data);
        Assert.True(Encoding.Unicode.GetByteCount(card.ToJsonString(s_written)) > 10_000, "The list is not full.");
    });

    private static Chat.Cards.CardContent Sample(string file) => CardSamples.All().Single(sample => sample.File == file).Content;

    [GeneratedRegex("[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}", RegexOptions.IgnoreCase)]
    private static partial Regex Guids();

    [GeneratedRegex(@"(?<!\\)</?[A-Za-z]")]
    private static partial Regex Tag();

    [GeneratedRegex("[0-9]{7,}")]
    private static partial Regex LongNumbers();
}
