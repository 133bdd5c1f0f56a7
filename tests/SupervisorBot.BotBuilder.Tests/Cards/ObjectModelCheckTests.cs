using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Testing;
using SupervisorBot.BotBuilder.Cards;
using SupervisorBot.Chat.Templating;
using SupervisorBot.Tests.Documents;

namespace SupervisorBot.BotBuilder.Tests.Cards;

/// <summary>Which cards the SDK's object model takes, and what is told of the others.</summary>
public sealed class ObjectModelCheckTests
{
    private const string DataSuffix = ".data.json";

    private readonly FakeLogger<ObjectModelCheck> _logger = new();

    [Fact]
    public void Every_card_of_the_bot_is_taken()
    {
        var check = new ObjectModelCheck(_logger);
        var folder = Repository.Combine("cards");
        var library = CardLibrary.FromFolder(folder);
        var samples = Directory.GetFiles(folder, "*" + DataSuffix);

        foreach (var sample in samples)
        {
            var name = Path.GetFileName(sample).Split('.')[0];
            check.Look(name, library.Render(name, JsonNode.Parse(File.ReadAllText(sample))));
        }

        Assert.NotEmpty(samples);
        Assert.Empty(_logger.Collector.GetSnapshot());
    }

    [Theory]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[{"text":"secret words"}]}""")]
    [InlineData("""{"type":"AdaptiveCard","body":[{"type":"TextBlock","text":"secret words"}]}""")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"Input.Text","id":"secret words"},{"type":"Input.Text","id":"secret words"}]}""")]
    [InlineData("""["secret words"]""")]
    public void A_card_that_is_rejected_is_told_by_its_name_and_without_its_words(string card)
    {
        new ObjectModelCheck(_logger).Look("confirmation", JsonNode.Parse(card)!);

        var told = Assert.Single(_logger.Collector.GetSnapshot());
        Assert.Contains("the card confirmation", told.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", told.Message, StringComparison.Ordinal);
        Assert.Null(told.Exception);
    }

    [Theory]
    [InlineData("""{"type":"AdaptiveCard","body":[{"type":"TextBlock","text":"other words"}]}""", 1)]
    [InlineData("""{"type":"AdaptiveCard","body":[{"type":"TextBlock","text":"words","size":"Huge"}]}""", 2)]
    [InlineData("""{"type":"AdaptiveCard","body":[{"type":"TextBlock","text":17}]}""", 2)]
    public void Of_cards_that_differ_in_nothing_but_their_words_one_is_looked_at(string other, int told)
    {
        var check = new ObjectModelCheck(_logger);
        check.Look("confirmation", JsonNode.Parse("""{"type":"AdaptiveCard","body":[{"type":"TextBlock","text":"words"}]}""")!);

        check.Look("confirmation", JsonNode.Parse(other)!);

        Assert.Equal(told, _logger.Collector.Count);
    }

    [Fact]
    public void A_shape_has_neither_the_words_of_a_card_nor_what_its_buttons_bring_back_and_the_card_keeps_them()
    {
        var card = JsonNode.Parse(
            """
            {"type":"AdaptiveCard","speak":"secret","body":[{"type":"FactSet","facts":[{"title":"secret","value":"secret"}]},
            {"type":"ActionSet","actions":[{"type":"Action.Execute","title":"secret","data":{"secret":1}}]}]}
            """)!;
        var before = card.ToJsonString();

        var shape = CardShape.Of(card);

        Assert.DoesNotContain("secret", shape, StringComparison.Ordinal);
        Assert.Contains("Action.Execute", shape, StringComparison.Ordinal);
        Assert.Equal(before, card.ToJsonString());
    }
}
