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
}
