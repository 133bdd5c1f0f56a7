using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Microsoft.Extensions.Hosting;
using SupervisorBot.BotFramework.Schema;
using SupervisorBot.BotFramework.Telemetry;
using SupervisorBot.ConnectorSimulator.Chats;
using SupervisorBot.ConnectorSimulator.Recording;

namespace SupervisorBot.BotFramework.Tests.Endpoint;

public sealed class AcceptedTurnTests
{
    [Fact]
    public async Task A_message_is_answered_while_its_handler_still_works()
    {
        TaskCompletionSource release = new();
        await using EdgeBot bot = await EdgeBot.StartAsync(async (turn, ct) =>
        {
            await release.Task;
            await turn.Replies.SendAsync(Activity.Message("done"), ct);
            return null;
        });
        ChatClient chat = bot.Personal();

        ChatAnswer answer = await chat.SayAsync("/help");

        Assert.Equal((200, null), (answer.Status, answer.Body));
        release.SetResult();
        await chat.WaitForTextAsync("done");
    }

    [Fact]
    public async Task Turns_of_one_conversation_come_in_order_one_at_a_time()
    {
        ConcurrentQueue<string> seen = [];
        int running = 0;
        TaskCompletionSource all = new();
        await using EdgeBot bot = await EdgeBot.StartAsync(async (turn, ct) =>
        {
            Assert.Equal(1, Interlocked.Increment(ref running));
            await Task.Yield();
            seen.Enqueue(turn.Activity.Text!);
            Interlocked.Decrement(ref running);
            if (seen.Count == 20)
            {
                all.SetResult();
            }

            return null;
        });
        ChatClient chat = bot.Personal();
        for (int i = 0; i < 20; i++)
        {
            await chat.SayAsync($"{i}");
        }

        await all.Task.WaitAsync(EdgeBot.Limit);
        Assert.Equal(Enumerable.Range(0, 20).Select(i => $"{i}"), seen);
    }

    [Fact]
    public async Task Conversations_do_not_wait_for_each_other()
    {
        TaskCompletionSource release = new();
        await using EdgeBot bot = await EdgeBot.StartAsync(async (turn, ct) =>
        {
            if (turn.Activity.Text == "slow")
            {
                await release.Task;
            }

            await turn.Replies.SendAsync(Activity.Message(turn.Activity.Text!), ct);
            return null;
        });
        ChatClient first = bot.Personal();
        ChatClient second = bot.Personal(new ChatUser("29:1megan", "Megan Bowen", "aaaaaaaa-0000-4000-8000-000000000021"));

        await first.SayAsync("slow");
        await second.SayAsync("quick");

        await second.WaitForTextAsync("quick");
        Assert.DoesNotContain(first.Messages, m => m.IsFromBot);
        release.SetResult();
        await first.WaitForTextAsync("slow");
    }

    [Fact]
    public async Task A_failing_turn_does_not_stop_the_next()
    {
        await using EdgeBot bot = await EdgeBot.StartAsync(async (turn, ct) =>
        {
            if (turn.Activity.Text == "bad")
            {
                throw new InvalidOperationException("no");
            }

            await turn.Replies.SendAsync(Activity.Message("good"), ct);
            return null;
        });
        ChatClient chat = bot.Personal();

        Assert.Equal(200, (await chat.SayAsync("bad")).Status);
        await chat.SayAsync("fine");

        await chat.WaitForTextAsync("good");
    }

    [Fact]
    public async Task A_redelivered_message_is_answered_again_and_handled_once()
    {
        int handled = 0;
        await using EdgeBot bot = await EdgeBot.StartAsync(async (turn, ct) =>
        {
            Interlocked.Increment(ref handled);
            await turn.Replies.SendAsync(Activity.Message(turn.Activity.Text!), ct);
            return null;
        });
        ChatClient chat = bot.Personal();

        ChatAnswer first = await chat.SayAsync("once");
        ChatAnswer again = await chat.SendAsync(first.Activity);
        await chat.SayAsync("last");

        Assert.Equal((200, 200), (first.Status, again.Status));
        await chat.WaitForTextAsync("last");
        Assert.Equal(2, handled);
    }

    [Fact]
    public async Task A_full_queue_is_503_and_the_refused_message_is_welcome_later()
    {
        TaskCompletionSource release = new();
        TaskCompletionSource started = new();
        await using EdgeBot bot = await EdgeBot.StartAsync(
            async (turn, ct) =>
            {
                started.TrySetResult();
                await release.Task;
                await turn.Replies.SendAsync(Activity.Message(turn.Activity.Text!), ct);
                return null;
            },
            new() { ["BotFramework:TurnQueueLength"] = "1" });
        ChatClient chat = bot.Personal();
        await chat.SayAsync("one");
        await started.Task.WaitAsync(EdgeBot.Limit);
        await chat.SayAsync("two");

        ChatAnswer refused = await chat.SayAsync("three");
        release.SetResult();
        await chat.WaitForTextAsync("two");
        ChatAnswer welcome = await chat.SendAsync(refused.Activity);

        Assert.Equal(503, refused.Status);
        Assert.Equal(200, welcome.Status);
        await chat.WaitForTextAsync("three");
    }

    [Fact]
    public async Task A_stopping_bot_finishes_what_it_accepted()
    {
        TaskCompletionSource started = new();
        TaskCompletionSource release = new();
        await using EdgeBot bot = await EdgeBot.StartAsync(async (turn, ct) =>
        {
            started.TrySetResult();
            await release.Task;
            await turn.Replies.SendAsync(Activity.Message(turn.Activity.Text!), ct);
            return null;
        });
        ChatClient chat = bot.Personal();
        await chat.SayAsync("one");
        await chat.SayAsync("two");
        await started.Task.WaitAsync(EdgeBot.Limit);

        Task stopped = bot.StopAsync();
        release.SetResult();
        await stopped.WaitAsync(EdgeBot.Limit);

        Assert.Equal(["one", "two"], bot.Connector.Calls.Select(c => c.Text));
    }

    [Fact]
    public async Task A_stopping_bot_takes_no_new_message_and_its_services_stop_after_the_accepted_turns()
    {
        TaskCompletionSource started = new();
        TaskCompletionSource release = new();
        Needed needed = new();
        bool? neededWasThere = null;
        await using EdgeBot bot = await EdgeBot.StartAsync(
            async (_, _) =>
            {
                started.TrySetResult();
                await release.Task;
                neededWasThere ??= !needed.IsStopped;
                return null;
            },
            configure: s => s.AddHostedService(_ => needed));
        ChatClient chat = bot.Personal();
        await chat.SayAsync("one");
        await started.Task.WaitAsync(EdgeBot.Limit);

        Task stopped = bot.StopAsync();
        using CancellationTokenSource limit = new(EdgeBot.Limit);
        int status;
        do
        {
            status = (await chat.SayAsync("too late", limit.Token)).Status;
        }
        while (status == 200);
        release.SetResult();
        await stopped.WaitAsync(EdgeBot.Limit);

        Assert.Equal(503, status);
        Assert.True(neededWasThere);
        Assert.True(needed.IsStopped);
    }

    [Fact]
    public async Task A_stopping_bot_waits_for_a_hanging_turn_no_longer_than_its_limit()
    {
        TaskCompletionSource started = new();
        TaskCompletionSource<bool> cancelled = new();
        await using EdgeBot bot = await EdgeBot.StartAsync(
            async (_, ct) =>
            {
                started.SetResult();
                using CancellationTokenRegistration registration = ct.Register(() => cancelled.TrySetResult(true));
                await cancelled.Task;
                return null;
            },
            new() { ["BotFramework:DrainLimit"] = "00:00:00.2" });
        await bot.Personal().SayAsync("hang");
        await started.Task.WaitAsync(EdgeBot.Limit);

        await bot.StopAsync().WaitAsync(EdgeBot.Limit);

        Assert.True(await cancelled.Task.WaitAsync(EdgeBot.Limit));
    }

    [Fact]
    public async Task A_turn_that_hears_nothing_does_not_block_its_conversation_for_ever()
    {
        TaskCompletionSource never = new();
        await using EdgeBot bot = await EdgeBot.StartAsync(
            async (turn, ct) =>
            {
                if (turn.Activity.Text == "hang")
                {
                    await never.Task;
                }

                await turn.Replies.SendAsync(Activity.Message("next"), ct);
                return null;
            },
            new() { ["BotFramework:TurnLimit"] = "00:00:01" });
        ChatClient chat = bot.Personal();
        await chat.SayAsync("hang");
        await chat.SayAsync("go on");

        await chat.WaitForTextAsync("next");
        never.SetCanceled();
    }

    [Fact]
    public async Task Turns_answers_and_posts_are_measured()
    {
        await using EdgeBot bot = await EdgeBot.StartAsync(async (turn, ct) =>
        {
            await turn.Replies.SendAsync(Activity.Message("hi"), ct);
            return null;
        });
        IMeterFactory meters = bot.Services.GetRequiredService<IMeterFactory>();
        using MetricCollector<long> turns = new(meters, BotFrameworkTelemetry.Name, BotFrameworkTelemetry.Turns);
        using MetricCollector<long> posts = new(meters, BotFrameworkTelemetry.Name, BotFrameworkTelemetry.Posts);
        using MetricCollector<long> retries = new(meters, BotFrameworkTelemetry.Name, BotFrameworkTelemetry.Retries);
        using MetricCollector<double> answers = new(meters, BotFrameworkTelemetry.Name, BotFrameworkTelemetry.AnswerDuration);
        bot.Connector.Plot(ConnectorFault.Refuse(503, retryAfter: "0"));

        await bot.Personal().SayAsync("hello");

        await posts.WaitForMeasurementsAsync(1, EdgeBot.Limit);
        await answers.WaitForMeasurementsAsync(1, EdgeBot.Limit);
        Assert.Equal(("message", "accepted"), (turns.LastMeasurement!.Tags["type"], turns.LastMeasurement.Tags["outcome"]));
        Assert.Equal(("post", "sent"), (posts.LastMeasurement!.Tags["operation"], posts.LastMeasurement.Tags["outcome"]));
        Assert.Equal(503, Assert.Single(retries.GetMeasurementSnapshot()).Tags["status"]);
    }

    [Fact]
    public async Task Under_expectReplies_the_replies_are_in_the_body_and_nothing_is_posted()
    {
        await using EdgeBot bot = await EdgeBot.StartAsync(async (turn, ct) =>
        {
            await turn.Replies.SendAsync(Activity.Typing(), ct);
            await turn.Replies.SendAsync(Activity.Message("one"), ct);
            await Task.Yield();
            await turn.Replies.SendAsync(Activity.Message("two"), ct);
            return null;
        });
        JsonObject message = bot.Replay("personal.message.json");
        message["deliveryMode"] = "expectReplies";
        message.Remove("serviceUrl");

        ChatAnswer answer = await bot.Personal().SendAsync(message);

        JsonArray activities = (JsonArray)answer.Body!["activities"]!;
        Assert.Equal(["typing", "message", "message"], activities.Select(a => (string?)a!["type"]));
        Assert.Equal(["one", "two"], activities.Skip(1).Select(a => (string?)a!["text"]));
        Assert.Equal((string?)message["id"], (string?)activities[1]!["replyToId"]);
        Assert.Equal("29:1alex", (string?)activities[1]!["recipient"]!["id"]);
        Assert.Empty(bot.Connector.Calls);
    }

    [Fact]
    public async Task Replies_that_come_after_the_limit_of_expectReplies_are_posted()
    {
        TaskCompletionSource release = new();
        await using EdgeBot bot = await EdgeBot.StartAsync(
            async (turn, ct) =>
            {
                await turn.Replies.SendAsync(Activity.Message("early"), ct);
                await release.Task;
                await turn.Replies.SendAsync(Activity.Message("late"), ct);
                return null;
            },
            new() { ["BotFramework:ExpectRepliesLimit"] = "00:00:00.2" });
        JsonObject message = bot.Replay("personal.message.json");
        message["deliveryMode"] = "expectReplies";

        ChatAnswer answer = await bot.Personal().SendAsync(message);
        release.SetResult();

        Assert.Equal("early", (string?)Assert.Single((JsonArray)answer.Body!["activities"]!)!["text"]);
        await bot.Connector.WaitForAsync(c => c.Text == "late");
    }

    [Theory]
    [InlineData("groupChat.message.mention.json")]
    [InlineData("channel.message.thread-reply.json")]
    [InlineData("personal.message.json")]
    public async Task A_reply_goes_into_the_thread_it_came_from(string name)
    {
        await using EdgeBot bot = await EdgeBot.StartAsync(async (turn, ct) =>
        {
            await turn.Replies.SendAsync(Activity.Message("hi"), ct);
            return null;
        });
        JsonObject message = bot.Replay(name);

        await bot.Personal().SendAsync(message);

        var call = await bot.Connector.WaitForAsync(c => c.IsPost);
        Assert.Equal((string?)message["conversation"]!["id"], call.ConversationId);
        Assert.Equal("28:22222222-2222-4222-8222-222222222222", (string?)call.Body!["from"]!["id"]);
        Assert.Equal("29:1alex", (string?)call.Body["recipient"]!["id"]);
    }

    /// <summary>A hosted service, registered after the edge, that turns need.</summary>
    private sealed class Needed : IHostedService
    {
        public bool IsStopped { get; private set; }

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken)
        {
            IsStopped = true;
            return Task.CompletedTask;
        }
    }
}
