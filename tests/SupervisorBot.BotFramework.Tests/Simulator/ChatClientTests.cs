using System.Text.Json.Nodes;
using SupervisorBot.BotFramework.Schema;
using SupervisorBot.BotFramework.Turns;
using SupervisorBot.ConnectorSimulator.Cards;
using SupervisorBot.ConnectorSimulator.Chats;
using SupervisorBot.ConnectorSimulator.Recording;

namespace SupervisorBot.BotFramework.Tests.Simulator;

public sealed class ChatClientTests
{
    private const string Card = """
        {"type":"AdaptiveCard","version":"1.5","body":[
          {"type":"TextBlock","text":"Choose"},
          {"type":"Input.Text","id":"note","label":"Note"},
          {"type":"Input.Toggle","id":"tog","title":"Sure?"},
          {"type":"Input.ChoiceSet","id":"size","value":"m","choices":[{"title":"Middle","value":"m"}]},
          {"type":"ColumnSet","columns":[{"type":"Column","items":[{"type":"ActionSet","actions":[
             {"type":"Action.Execute","title":"Approve","verb":"approve","data":{"req":42},"fallback":{"type":"Action.Submit","title":"Approve","data":{"old":true}}}]}]}]},
          {"type":"Container","items":[{"type":"TextBlock","text":"Row"}],"selectAction":{"type":"Action.Execute","title":"Open row","verb":"row"}}],
         "actions":[
          {"type":"Action.Submit","title":"Send","data":{"kind":"submit","n":1}},
          {"type":"Action.ShowCard","title":"More","card":{"type":"AdaptiveCard","body":[{"type":"Input.Text","id":"inner","isRequired":true,"errorMessage":"!","label":"Inner"}],
            "actions":[{"type":"Action.Execute","title":"Deep","verb":"deep"}]}}]}
        """;

    [Theory]
    [InlineData("personal", "personal.message.json")]
    [InlineData("groupChat", "groupChat.message.mention.json")]
    [InlineData("channel", "channel.message.new-post.json")]
    public async Task What_is_said_has_the_shape_of_a_recorded_message(string kind, string recorded)
    {
        await using EdgeBot bot = await EdgeBot.StartAsync(Endpoint.StatusTests.Nothing);

        ChatAnswer answer = await Client(bot, kind).SayAsync("hello");

        AssertSameShape(Recorded.Node(recorded), answer.Activity);
        Assert.Equal("hello", ActivityText.WithoutRecipientMention(ActivityJson.ReadActivity(answer.Activity.ToJsonString())!));
    }

    [Theory]
    [InlineData("personal", "personal.invoke.adaptiveCard-action.json")]
    [InlineData("channel", "channel.invoke.adaptiveCard-action.json")]
    public async Task A_press_has_the_shape_of_a_recorded_invoke_and_carries_the_inputs(string kind, string recorded)
    {
        await using EdgeBot bot = await EdgeBot.StartAsync(Answer);
        ChatClient chat = Client(bot, kind);
        await chat.SayAsync("card");
        await chat.WaitForTextAsync("Choose");

        ChatAnswer answer = await chat.PressAsync("Approve", new Dictionary<string, string> { ["note"] = "n1" });

        JsonObject expected = Recorded.Node(recorded);
        expected["value"]!["trigger"] = "manual";
        expected["value"]!["action"]!["data"] = JsonNode.Parse("""{"req":42,"note":"n1","tog":"false","size":"m"}""");
        AssertSameShape(expected, answer.Activity, ["teamsChannelId", "teamsTeamId"]);
        Assert.Equal("""{"req":42,"note":"n1","tog":"false","size":"m"}""", answer.Activity["value"]!["action"]!["data"]!.ToJsonString());
        Assert.Equal("approve", (string?)answer.Card!["verb"]);
        Assert.Contains("painted", bot.Connector.Print(chat.Conversation.Id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_submit_and_an_old_clients_fallback_are_messages_with_a_value()
    {
        await using EdgeBot bot = await EdgeBot.StartAsync(Answer);
        ChatClient chat = Client(bot, "personal");
        ChatClient old = new(bot.Endpoint, bot.Connector, EdgeBot.Alex, chat.Conversation) { KnowsNoExecute = true };
        await chat.SayAsync("card");
        await chat.WaitForTextAsync("Choose");

        ChatAnswer submit = await chat.PressAsync("Send");
        ChatAnswer fallback = await old.PressAsync("Approve");

        AssertSameShape(Recorded.Node("personal.message.action-submit.json"), submit.Activity, ["colour", "tags", "note"]);
        Assert.Equal("""{"kind":"submit","n":1,"tog":"false","size":"m"}""", submit.Activity["value"]!.ToJsonString());
        Assert.Equal(("message", true), ((string?)fallback.Activity["type"], (bool)fallback.Activity["value"]!["old"]!));
    }

    [Fact]
    public async Task A_button_is_found_anywhere_by_title_verb_or_id()
    {
        Assert.Equal(["Approve", "Open row", "Send", "More", "Deep"], CardReader.Buttons((JsonObject)JsonNode.Parse(Card)!).Select(b => b.Title));
        await using EdgeBot bot = await EdgeBot.StartAsync(Answer);
        ChatClient chat = Client(bot, "groupChat");
        await chat.SayAsync("card");
        ThreadMessage message = await chat.WaitForTextAsync("Choose");

        ChatAnswer deep = await chat.PressAsync(message, "deep", new Dictionary<string, string> { ["inner"] = "i" });

        Assert.Equal("i", (string?)deep.Activity["value"]!["action"]!["data"]!["inner"]);
        await Assert.ThrowsAsync<InvalidOperationException>(() => chat.PressAsync(message, "Deep"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => chat.PressAsync(message, "No such button"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => chat.PressAsync(message, "More"));
    }

    [Fact]
    public async Task A_wait_that_is_not_met_tells_what_came_instead()
    {
        await using EdgeBot bot = await EdgeBot.StartAsync(Answer);
        ChatClient chat = Client(bot, "personal");
        await chat.SayAsync("card");
        await chat.WaitForTextAsync("Choose");

        TimeoutException e = await Assert.ThrowsAsync<TimeoutException>(() => chat.WaitForTextAsync("never", TimeSpan.FromMilliseconds(50)));

        Assert.Contains("Choose", e.Message, StringComparison.Ordinal);
        Assert.Contains("[ Approve ]", e.Message, StringComparison.Ordinal);
    }

    private static ChatClient Client(EdgeBot bot, string kind) => kind switch
    {
        "groupChat" => bot.In(ChatConversation.GroupChat()),
        "channel" => bot.In(ChatConversation.ChannelThread()),
        _ => bot.Personal(),
    };

    private static async Task<InvokeResponse?> Answer(Turn turn, CancellationToken ct)
    {
        if (AdaptiveCardInvoke.TryParse(turn.Activity, out AdaptiveCardAction? action))
        {
            return AdaptiveCardInvoke.Card(JsonNode.Parse($$"""{"type":"AdaptiveCard","verb":"{{action.Verb}}","body":[{"type":"TextBlock","text":"painted"}]}""")!);
        }

        if (turn.Activity.Text is not null)
        {
            await turn.Replies.SendAsync(Activity.Card(JsonNode.Parse(Card)!), ct);
        }

        return null;
    }

    /// <summary>The same members with the same kinds of value, at every level, but for those named.</summary>
    private static void AssertSameShape(JsonObject expected, JsonObject actual, params string[] except) =>
        Assert.Equal(Shape(expected, "", except).Order(StringComparer.Ordinal), Shape(actual, "", except).Order(StringComparer.Ordinal));

    private static IEnumerable<string> Shape(JsonNode? node, string path, string[] except) => node switch
    {
        JsonObject item => item.Where(m => !except.Contains(m.Key)).SelectMany(m => Shape(m.Value, $"{path}/{m.Key}", except)),
        // A channel message's client tells no platform.
        JsonArray array => array.SelectMany((n, i) => Shape(n, $"{path}[{i}]", [.. except, "platform"])),
        _ => [$"{path}: {node?.GetValueKind()}"],
    };
}
