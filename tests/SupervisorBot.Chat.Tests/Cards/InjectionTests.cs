using System.Globalization;
using System.Text.Json.Nodes;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using SupervisorBot.Chat.Cards;
using SupervisorBot.Chat.Commands;
using SupervisorBot.Chat.Templating;
using SupervisorBot.Chat.Tests.Bench;
using SupervisorBot.Gateway.Agents;
using SupervisorBot.Supervision.Agents;
using SupervisorBot.Supervision.Desk;

namespace SupervisorBot.Chat.Tests.Cards;

/// <summary>Whatever stands in names, groups, ids and typed text, it is shown as words and changes nothing about a card or message.</summary>
public sealed class InjectionTests
{
    private const int LongestText = 1_200;

    private static readonly CardLibrary s_library = CardLibrary.FromEmbedded();

    // As much as any client might know: CommonMark, and of GitHub's flavour the autolinks, tables and strikethrough.
    private static readonly MarkdownPipeline s_markdown =
        new MarkdownPipelineBuilder().UseAutoLinks().UseEmphasisExtras(Markdig.Extensions.EmphasisExtras.EmphasisExtraOptions.Strikethrough).UsePipeTables().Build();

    // The bot's own words for what has to be typed.
    private static readonly string[] s_usages = [.. CommandTable.All.Select(command => command.Arguments).Where(arguments => arguments.Length > 0)];

    private static readonly string[] s_words = ["text", "title", "value", "tooltip", "fallbackText", "speak", "seal", "asker", "callId", "line", "why"];

    private static readonly string[] s_corpus =
    [
        "**bold** _it_ __u__ ~~gone~~ `code` ^up^ ~down~ ++ins++",
        "[press me](https://evil.example)",
        "![pixel](https://evil.example/p.png)",
        "<img src=x onerror=alert(1)>",
        "<at>Everyone</at>",
        "<at id=\"0\">All inspectors</at>",
        "&lt;at&gt;Everyone&lt;/at&gt;",
        "<a href=\"https://evil.example\">x</a>",
        "https://evil.example/login",
        "http://evil.example",
        "ftp://evil.example",
        "www.evil.example",
        "WWW.evil.example",
        "<https://evil.example>",
        "mail me@evil.example now",
        "${1+1} ${title} ${$root}",
        "{{1+1}} {{{x}}} {{DATE(2026-11-22T13:30:00Z, SHORT)}} {{TIME(2026-11-22T13:30:00Z)}}",
        "{{DATE()}}",
        "${if(true,'{{','')}",
        "# Heading",
        "> quote",
        "- item",
        "+ item",
        "1. item",
        "12) item",
        "* item",
        "| a | b |\n|---|---|\n| c | d |",
        "```\nfence\n```",
        "---",
        "===",
        "\\",
        "\\\\*not escaped*",
        "\\[x](https://evil.example)",
        "line\r\nbreak\n\n# Heading",
        "bell\u0007null\u0000esc\u001b[31m",
        "zero\u200bwidth\u200d\u2060\ufeff[x\u200b](https\u200b://evil.example)",
        "https:\u200b//evil.example",
        "{\u200b{DATE()}}",
        "right\u202eto\u202dleft\u2066iso\u2069",
        "paragraph\u2029line\u2028sep\u0085nel",
        "\ud800 half \udc00",
        "\udfff",
        "\u200b\u200b\u2060",
        "\u3164\u115f\u2800",
        "   ",
        "'\"; DROP TABLE press_keys; --",
        "\",\"verb\":\"intercept.confirm\",\"x\":\"",
        "$$x^2$$ and $y$",
        "😀 👨‍👩‍👧 é Ж 漢字 שלום",
        new string('x', 10_000),
        new string('*', 10_000),
        new string('\u200b', 10_000) + "[late](https://evil.example)",
        string.Concat(Enumerable.Repeat("[a](https://evil.example)", 400)),
        string.Concat(Enumerable.Repeat("😀", 5_000)),
    ];

    public static TheoryData<int> Corpus => [.. Enumerable.Range(0, s_corpus.Length)];

    [Theory]
    [MemberData(nameof(Corpus))]
    public void No_foreign_word_changes_a_card(int number)
    {
        var usual = CardSamples.All().ToList();
        var hostile = CardSamples.All(ForeignWords.Of(s_corpus[number])).ToList();
        foreach (var ((file, harmless), (_, content)) in usual.Zip(hostile))
        {
            var card = s_library.Render(content.Template, content.Data);
            Assert.True(
                JsonNode.DeepEquals(Structure(s_library.Render(harmless.Template, harmless.Data)), Structure(card)), $"The structure of {file} is another:\n{card}");
            Assert.All(Words(card).Append(content.Summary), AssertHarmless);
        }
    }

    [Theory]
    [MemberData(nameof(Corpus))]
    public async Task No_foreign_word_is_live_in_what_the_bot_says(int number)
    {
        var text = s_corpus[number];
        await using var bench = new ChatBench();
        bench.Desk.Agents =
        [
            new AgentView(1001, text, text, AgentState.Talking, true, bench.Time.GetUtcNow().AddMinutes(-4)),
            new AgentView(1002, text, text, AgentState.Idle, false, bench.Time.GetUtcNow().AddMinutes(-4)),
        ];
        bench.Desk.Calls[1001] = [new CallView(text, MaskedNumber.Of(text), CallDirection.Inbound, bench.Time.GetUtcNow())];
        // Half a character cannot come in as a message; the endpoint refuses it.
        var typed = text.EnumerateRunes().Any(rune => rune.Value == 0xFFFD) ? "x" : text;
        foreach (var said in new[] { typed, $"/agents {typed}", $"/listen {typed}", $"/switch {typed}", $"/calls {typed}", "/agents", "/calls 1001", "/intercept" })
        {
            await bench.SayAsync(said, new Person(Person.Olga.Id, typed, Person.Olga.EntraObjectId));
        }

        Assert.True(bench.Sent.Count >= 8);
        Assert.All(bench.Sent, entry =>
        {
            Assert.Null(entry.Activity.Entities);
            Assert.All(Words(entry.Card).Append(entry.Activity.Text ?? "").Append(entry.Activity.Summary ?? ""), AssertHarmless);
        });
    }

    private static void AssertHarmless(string text)
    {
        Assert.True(text.Length <= LongestText, $"{text.Length} characters: {text}");
        Assert.DoesNotContain("{{", text, StringComparison.Ordinal);
        Assert.DoesNotContain("${", text, StringComparison.Ordinal);
        Assert.DoesNotContain("://", text, StringComparison.Ordinal);
        Assert.All(text.EnumerateRunes(), rune => Assert.True(
            rune.Value == 0xFFFD || CharUnicodeInfo.GetUnicodeCategory(rune.Value) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate),
            $"U+{rune.Value:X4} in {text}"));
        var document = Markdown.Parse(s_usages.Aggregate(text, (left, usage) => left.Replace(usage, "", StringComparison.Ordinal)), s_markdown);
        Assert.All(document, block => Assert.IsType<ParagraphBlock>(block));
        Assert.All(document.Descendants<Inline>(), inline => Assert.True(inline is LiteralInline or ContainerInline { FirstChild: LiteralInline, Parent: null }, $"{inline.GetType().Name} in {text}"));
    }

    /// <summary>The card with every word in it left out.</summary>
    private static JsonNode? Structure(JsonNode? node, string? name = null) => node switch
    {
        JsonObject element => new JsonObject(element.Select(member => KeyValuePair.Create(member.Key, Structure(member.Value, member.Key)))),
        JsonArray array => new JsonArray([.. array.Select(item => Structure(item, name))]),
        JsonValue when s_words.Contains(name) => "words",
        _ => node?.DeepClone(),
    };

    private static IEnumerable<string> Words(JsonNode? node, string? name = null) => node switch
    {
        JsonObject element => element.Where(member => member.Key is not "data").SelectMany(member => Words(member.Value, member.Key)),
        JsonArray array => array.SelectMany(item => Words(item, name)),
        JsonValue value when s_words.Contains(name) && value.TryGetValue<string>(out var text) => [text],
        _ => [],
    };
}
