using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SupervisorBot.BotFramework.Schema;
using SupervisorBot.BotFramework.Threads;
using SupervisorBot.BotFramework.Turns;
using SupervisorBot.ConnectorSimulator.Chats;
using SupervisorBot.ConnectorSimulator.Recording;
using Activity = SupervisorBot.BotFramework.Schema.Activity;

namespace SupervisorBot.BotFramework.Tests.Threads;

public sealed class HoldUntilAnsweredTests
{
    [Fact]
    public async Task An_edit_that_a_press_causes_leaves_only_after_the_presss_answer_and_a_while()
    {
        TaskCompletionSource release = new();
        TaskCompletionSource pressed = new();
        IThreads? threads = null;
        await using EdgeBot bot = await EdgeBot.StartAsync(
            async (turn, ct) =>
            {
                if (!turn.Activity.IsInvoke)
                {
                    await turn.Replies.SendAsync(Activity.Card(Confirmation("Take the call over?")), ct);
                    return null;
                }

                // The work in the background is quicker than the answer.
                _ = threads!.EditAsync(turn.Conversation, turn.Activity.ReplyToId!, Activity.Card(Confirmation("Talking")), CancellationToken.None);
                pressed.SetResult();
                await release.Task;
                return AdaptiveCardInvoke.Card(Confirmation("In progress"));
            },
            new() { ["BotFramework:EditAfterAnswerDelay"] = "00:00:00.3" });
        threads = bot.Services.GetRequiredService<IThreads>();
        ChatClient chat = bot.Personal();
        await chat.SayAsync("/intercept");
        ThreadMessage card = await chat.WaitForTextAsync("Take the call over?");

        Task<ChatAnswer> pressing = chat.PressAsync(card, "Go");
        await pressed.Task.WaitAsync(EdgeBot.Limit);
        Assert.DoesNotContain(bot.Connector.Calls, c => c.Operation == ConnectorOperation.Update);
        release.SetResult();
        ChatAnswer answer = await pressing;
        ConnectorCall edit = await bot.Connector.WaitForAsync(c => c.Operation == ConnectorOperation.Update);

        Assert.NotNull(answer.Card);
        Assert.True(edit.Timestamp > answer.SentAt + (long)(0.25 * Stopwatch.Frequency));
        await chat.WaitForAsync(m => m.PaintedCard is null && m.Edits == 1);
        Assert.Contains("Talking", bot.Connector.Print(chat.Conversation.Id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_presser_who_hangs_up_does_not_block_the_thread()
    {
        TaskCompletionSource pressed = new();
        TaskCompletionSource release = new();
        Task? edit = null;
        IThreads? threads = null;
        await using EdgeBot bot = await EdgeBot.StartAsync(async (turn, _) =>
        {
            edit = (await threads!.PostAsync(turn.Conversation, Activity.Message("outcome"), CancellationToken.None)).Delivery;
            pressed.SetResult();
            await release.Task;
            return AdaptiveCardInvoke.Message("x");
        });
        threads = bot.Services.GetRequiredService<IThreads>();
        string body = bot.Replay("personal.invoke.adaptiveCard-action.json").ToJsonString();
        using (TcpClient client = new())
        {
            await client.ConnectAsync(bot.Endpoint.Host, bot.Endpoint.Port);
            await client.GetStream().WriteAsync(Encoding.UTF8.GetBytes(
                $"POST /api/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}"));
            await pressed.Task.WaitAsync(EdgeBot.Limit);
        }

        release.SetResult();

        await edit!.WaitAsync(EdgeBot.Limit);
        await bot.Connector.WaitForAsync(c => c.Text == "outcome");
    }

    [Fact]
    public async Task With_a_minimum_delay_a_reply_leaves_that_long_after_the_activity_at_the_earliest()
    {
        await using EdgeBot bot = await EdgeBot.StartAsync(
            async (turn, ct) =>
            {
                await turn.Replies.SendAsync(Activity.Message("reply"), ct);
                return null;
            },
            new() { ["BotFramework:MinimumReplyDelay"] = "00:00:00.4" });

        ChatAnswer answer = await bot.Personal().SayAsync("/help");
        ConnectorCall reply = await bot.Connector.WaitForAsync(c => c.Text == "reply");

        Assert.True(Stopwatch.GetElapsedTime(answer.SentAt, reply.Timestamp) > TimeSpan.FromMilliseconds(350));
    }

    private static JsonObject Confirmation(string text) => new()
    {
        ["type"] = "AdaptiveCard",
        ["version"] = "1.5",
        ["body"] = new JsonArray(new JsonObject { ["type"] = "TextBlock", ["text"] = text }),
        ["actions"] = new JsonArray(new JsonObject { ["type"] = "Action.Execute", ["title"] = "Go", ["verb"] = "go" }),
    };
}
