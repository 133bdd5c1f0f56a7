using System.Text.Json.Nodes;
using SupervisorBot.BotFramework.Schema;
using SupervisorBot.Chat.Templating;

namespace SupervisorBot.Chat.Tests.Templating;

public sealed class CardLibraryTests
{
    private const string Greeting = """{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"Hello ${name}"}]}""";

    [Fact]
    public void A_card_is_rendered_by_its_name()
    {
        var card = Library(("greeting", Greeting)).Render("greeting", new JsonObject { ["name"] = "Ann" });
        Assert.Equal("Hello Ann", (string?)card["body"]![0]!["text"]);
        Assert.Null(card.Parent);
    }

    [Fact]
    public void Every_broken_template_is_named_at_once()
    {
        var problem = Assert.Throws<CardTemplateException>(() => Library(
            ("good", Greeting),
            ("typo", Greeting.Replace("${name}", "${nam(e)}", StringComparison.Ordinal)),
            ("list", "[]"),
            ("cut", Greeting[..^1])));
        Assert.Contains("typo.json: $.body[0].text: ${nam(e)}: there is no function 'nam'.", problem.Message, StringComparison.Ordinal);
        Assert.Contains("list.json: The template's type is not \"AdaptiveCard\".", problem.Message, StringComparison.Ordinal);
        Assert.Contains("cut.json: The template is not JSON", problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("good.json", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_card_that_does_not_exist_is_named() =>
        Assert.Contains("'farewell'", Assert.Throws<KeyNotFoundException>(() => Library(("greeting", Greeting)).Render("farewell", null)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_card_that_drops_itself_is_an_error() => Assert.Throws<CardExpansionException>(
        () => Library(("greeting", """{"type":"AdaptiveCard","$when":"${missing}"}""")).Render("greeting", null));

    [Fact]
    public void A_card_over_the_limit_is_refused_with_its_size()
    {
        var library = Library(("greeting", Greeting));
        var frame = CardSize.Measure(library.Render("greeting", new JsonObject { ["name"] = "" }));
        var room = (CardLibrary.DefaultSizeLimit - frame) / 2;

        // Letters of any script count two bytes each, as in Teams.
        library.Render("greeting", new JsonObject { ["name"] = new string('话', room) });
        var problem = Assert.Throws<CardTooLargeException>(
            () => library.Render("greeting", new JsonObject { ["name"] = new string('a', room + 1) }));

        Assert.Equal(25_600, problem.Limit);
        Assert.Equal(25_602, problem.Size);
        Assert.Contains("'greeting'", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(CardSize.MaxDepth - 1, true)]
    [InlineData(CardSize.MaxDepth, false)]
    [InlineData(5_000, false)]
    public void A_card_that_its_data_make_too_deep_for_a_message_is_refused(int depth, bool fits)
    {
        // The card itself is the first level.
        var library = Library(("deep", """{"type":"AdaptiveCard","version":"1.5","body":"${nested}"}"""));
        JsonNode nested = new JsonArray();
        for (var level = 1; level < depth; level++)
        {
            nested = new JsonArray(nested);
        }

        var data = new JsonObject { ["nested"] = nested };

        if (fits)
        {
            Assert.NotEmpty(ActivityJson.Write(Activity.Card(library.Render("deep", data))));
        }
        else
        {
            Assert.Contains("'deep'", Assert.Throws<CardExpansionException>(() => library.Render("deep", data)).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_built_in_cards_are_the_templates_in_the_folder_and_all_of_them_parse()
    {
        var names = CardFiles.Templates(RepositoryRoot.Combine("cards")).Select(file => file.Name);
        Assert.Equal(names.Order(), CardLibrary.FromEmbedded().Names.Order());
    }

    [Fact]
    public void A_folder_is_read_without_its_sample_data() =>
        Assert.Equal(["agent-list", "confirmation"], CardLibrary.FromFolder(RepositoryRoot.Combine(CardFiles.OwnFolder)).Names.Order());

    private static CardLibrary Library(params (string Name, string Json)[] cards) =>
        new(cards.Select(card => KeyValuePair.Create(card.Name, card.Json)));
}
