using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using SupervisorBot.BotFramework.Channel;
using SupervisorBot.BotFramework.Schema;
using SupervisorBot.ConnectorSimulator.Chats;

namespace SupervisorBot.BotFramework.Tests.Endpoint;

public sealed class InvokeTests
{
    private const string Press = "personal.invoke.adaptiveCard-action.json";

    [Fact]
    public async Task Status_and_body_of_the_handler_travel_in_the_answer()
    {
        await using EdgeBot bot = await EdgeBot.StartAsync((_, _) => Task.FromResult<InvokeResponse?>(new InvokeResponse(418, new JsonObject { ["tea"] = true })));

        ChatAnswer answer = await bot.Personal().SendAsync(bot.Replay(Press));

        Assert.Equal(418, answer.Status);
        Assert.Equal("""{"tea":true}""", answer.Body!.ToJsonString());
    }

    [Fact]
    public async Task An_unknown_invoke_is_501_with_a_body()
    {
        await using EdgeBot bot = await EdgeBot.StartAsync(StatusTests.Nothing);

        ChatAnswer answer = await bot.Personal().SendAsync(bot.Replay(Press));

        Assert.Equal(501, answer.Status);
        Assert.Equal("NotImplemented", (string?)answer.Body!["error"]!["code"]);
    }

    [Fact]
    public async Task A_failing_handler_gives_the_presser_an_error_that_tells_nothing_private()
    {
        FakeLogCollector logs = new();
        await using EdgeBot bot = await EdgeBot.StartAsync(
            (_, _) => throw new InvalidOperationException("the secret Guid", new TimeoutException("another secret")),
            configure: s => s.AddLogging(l => l.AddProvider(new FakeLoggerProvider(logs))));

        ChatAnswer answer = await bot.Personal().SendAsync(bot.Replay(Press));

        Assert.Equal(200, answer.Status);
        Assert.Equal(500, (int)answer.Body!["statusCode"]!);
        Assert.Equal("application/vnd.microsoft.error", (string?)answer.Body["type"]);
        Assert.DoesNotContain("secret", answer.Body.ToJsonString(), StringComparison.Ordinal);
        FakeLogRecord error = Assert.Single(logs.GetSnapshot(), r => r.Level == LogLevel.Error);
        Assert.Contains("InvalidOperationException from TimeoutException", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
        Assert.Null(error.Exception);
    }

    [Fact]
    public async Task A_card_action_answered_without_a_body_is_an_error_and_another_invoke_an_empty_object()
    {
        await using EdgeBot bot = await EdgeBot.StartAsync((_, _) => Task.FromResult<InvokeResponse?>(new InvokeResponse(200)));
        JsonObject other = bot.Replay(Press);
        other["name"] = "task/submit";

        ChatAnswer card = await bot.Personal().SendAsync(bot.Replay(Press));
        ChatAnswer task = await bot.Personal().SendAsync(other);

        Assert.Equal(500, (int)card.Body!["statusCode"]!);
        Assert.Equal((200, "{}"), (task.Status, task.Body!.ToJsonString()));
    }

    [Fact]
    public async Task A_handler_that_is_not_ready_in_time_is_cancelled_and_the_presser_answered()
    {
        TaskCompletionSource cancelled = new();
        await using EdgeBot bot = await EdgeBot.StartAsync(
            async (_, ct) =>
            {
                await Task.Delay(Timeout.Infinite, ct).ContinueWith(_ => cancelled.SetResult(), TaskScheduler.Default);
                return null;
            },
            new() { ["BotFramework:InvokeLimit"] = "00:00:00.2" });

        ChatAnswer answer = await bot.Personal().SendAsync(bot.Replay(Press));

        Assert.Equal("Timeout", (string?)answer.Body!["value"]!["code"]);
        await cancelled.Task.WaitAsync(EdgeBot.Limit);
    }

    [Fact]
    public async Task An_invoke_does_not_wait_for_the_turns_before_it()
    {
        TaskCompletionSource release = new();
        await using EdgeBot bot = await EdgeBot.StartAsync(async (turn, _) =>
        {
            if (turn.Activity.IsInvoke)
            {
                return AdaptiveCardInvoke.Message("now");
            }

            await release.Task;
            return null;
        });
        ChatClient chat = bot.Personal();
        await chat.SendAsync(bot.Replay("personal.message.json"));

        ChatAnswer answer = await chat.SendAsync(bot.Replay(Press)).WaitAsync(EdgeBot.Limit);

        Assert.Equal("now", answer.Text);
        release.SetResult();
    }

    [Fact]
    public async Task Awaiting_a_reply_within_an_invoke_does_not_lock_and_the_reply_leaves_after_the_answer()
    {
        TaskCompletionSource<SentActivity> sent = new();
        await using EdgeBot bot = await EdgeBot.StartAsync(async (turn, ct) =>
        {
            sent.SetResult(await turn.Replies.SendAsync(Activity.Message("after"), ct));
            return AdaptiveCardInvoke.Message("answer");
        });

        ChatAnswer answer = await bot.Personal().SendAsync(bot.Replay(Press));

        Assert.Equal("answer", answer.Text);
        SentActivity pending = await sent.Task;
        Assert.True(pending.IsPending);
        SentActivity delivered = await pending.Delivery.WaitAsync(EdgeBot.Limit);
        var post = await bot.Connector.WaitForAsync(c => c.Text == "after");
        Assert.Equal(delivered.Id, Assert.Single(bot.Connector.Thread(post.ConversationId!)).Id);
    }

    [Fact]
    public async Task Under_expectReplies_an_invoke_answers_with_its_replies_and_its_body()
    {
        await using EdgeBot bot = await EdgeBot.StartAsync(async (turn, ct) =>
        {
            await turn.Replies.SendAsync(Activity.Message("reply"), ct);
            return AdaptiveCardInvoke.Message("answer");
        });
        JsonObject press = bot.Replay(Press);
        press["deliveryMode"] = "expectReplies";

        ChatAnswer answer = await bot.Personal().SendAsync(press);

        Assert.Equal("reply", (string?)answer.Body!["activities"]![0]!["text"]);
        Assert.Equal("answer", (string?)answer.Body["body"]!["value"]);
    }
}
