using System.Text.Json.Nodes;
using SupervisorBot.ConnectorSimulator.Chats;
using SupervisorBot.EndToEnd.Tests.Running;
using static SupervisorBot.EndToEnd.Tests.Running.BotUnderTest;
using static SupervisorBot.EndToEnd.Tests.Running.ChatSteps;

namespace SupervisorBot.EndToEnd.Tests.Delivery;

/// <summary><c>deliveryMode: expectReplies</c>: the answers come in the HTTP answer's body.</summary>
public sealed class ExpectedRepliesTests
{
    [Fact]
    public async Task The_answers_to_a_command_come_in_the_body_and_nothing_is_posted()
    {
        await using var bot = await StartAsync();
        var chat = bot.CollectingClientAt(Alex, ChatConversation.Personal(bot.Connector.PersonalChatOf(Alex.Id)));

        var answer = await chat.SayAsync("/help", Stop);

        Assert.Equal(200, answer.Status);
        var reply = Assert.Single((JsonArray)answer.Body!["activities"]!);
        Assert.Equal("message", (string?)reply!["type"]);
        Assert.Contains("/intercept", reply.ToJsonString(), StringComparison.Ordinal);
        Assert.Empty(bot.Connector.Calls);
    }

    [Fact]
    public async Task What_happens_later_is_posted()
    {
        await using var bot = await StartAsync();
        var chat = bot.CollectingClientAt(Alex, ChatConversation.Personal(bot.Connector.PersonalChatOf(Alex.Id)));

        var answer = await chat.SayAsync("/signin", Stop);

        Assert.Contains("Signing in", answer.Body!["activities"]!.ToJsonString(), StringComparison.Ordinal);
        await chat.WaitForTextAsync("✔ Signed in");
    }
}
