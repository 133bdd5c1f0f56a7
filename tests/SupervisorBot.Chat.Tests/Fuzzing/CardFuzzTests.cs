using System.Text.Json;
using System.Text.Json.Nodes;
using SupervisorBot.BotFramework.Schema;
using SupervisorBot.Chat.Templating;
using SupervisorBot.Chat.Tests.Templating;

namespace SupervisorBot.Chat.Tests.Fuzzing;

public sealed class CardFuzzTests
{
    private const int Examples = 2_000;

    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(5);

    private static readonly JsonDocumentOptions s_deep = new() { MaxDepth = 10_000 };

    [Fact]
    public async Task Damaged_data_give_a_card_or_the_documented_refusal()
    {
        var folder = RepositoryRoot.Combine("cards");
        var library = CardLibrary.FromEmbedded();
        (string Name, Mutator Data)[] cards = [.. CardFiles.Templates(folder)
            .Select(file => (file.Name, new Mutator([.. CardFiles.Samples(folder, file.Name).Select(File.ReadAllText)])))];
        var (made, refused) = (0, 0);

        await Fuzz.RunAsync(Examples, async seed =>
        {
            var (name, data) = cards[(uint)seed % cards.Length];
            var json = data.Json(seed);
            using var document = JsonDocument.Parse(json, s_deep);
            var values = Values(document.RootElement);
            try
            {
                var card = await Task.Run(() => library.Render(name, values)).WaitAsync(s_limit);
                Assert.Equal("AdaptiveCard", (string?)card["type"]);
                Assert.NotEmpty(ActivityJson.Write(Activity.Card(card.DeepClone())));
                Assert.InRange(CardSize.Measure(card), 2, CardLibrary.DefaultSizeLimit);
                made++;
            }
            catch (Exception refusal) when (refusal is CardExpansionException or CardTooLargeException)
            {
                refused++;
            }
            catch (Exception problem)
            {
                throw new InvalidOperationException($"{name} with {json}: {problem}", problem);
            }
        });

        // Of both there must be many, or the examples show nothing.
        Assert.True(made > Examples / 4 && refused > Examples / 200, $"{made} cards and {refused} refusals");
    }

    /// <summary>The data as the bot's own code holds them: a member has one value, and a text is a text, of which half a character may be left.</summary>
    private static JsonNode? Values(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => new JsonObject(element.EnumerateObject()
            .GroupBy(member => member.Name, (name, same) => KeyValuePair.Create(name, Values(same.Last().Value)))),
        JsonValueKind.Array => new JsonArray([.. element.EnumerateArray().Select(Values)]),
        JsonValueKind.String => Text(element),
        JsonValueKind.Null => null,
        _ => JsonValue.Create(element.Clone()),
    };

    private static string Text(JsonElement element)
    {
        try
        {
            return element.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return "\udc00\ud800 x";
        }
    }
}
