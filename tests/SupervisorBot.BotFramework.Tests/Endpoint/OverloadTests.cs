using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SupervisorBot.BotFramework.Schema;
using SupervisorBot.BotFramework.Turns;

namespace SupervisorBot.BotFramework.Tests.Endpoint;

public sealed class OverloadTests
{
    [Fact]
    public async Task A_press_too_many_is_answered_at_once_with_a_word_that_says_so()
    {
        TaskCompletionSource pressed = new();
        TaskCompletionSource release = new();
        await using EdgeBot bot = await EdgeBot.StartAsync(
            async (_, _) =>
            {
                pressed.TrySetResult();
                await release.Task;
                return AdaptiveCardInvoke.Message("done");
            },
            new() { ["BotFramework:ConcurrentInvokes"] = "1" });
        string press = bot.Replay("personal.invoke.adaptiveCard-action.json").ToJsonString();

        Task<HttpResponseMessage> first = bot.PostAsync(press);
        await pressed.Task.WaitAsync(EdgeBot.Limit);
        HttpResponseMessage second = await bot.PostAsync(press).WaitAsync(EdgeBot.Limit);
        release.SetResult();

        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        Assert.Contains("more to do than I can take", await TextAsync(second), StringComparison.Ordinal);
        Assert.Equal("done", await TextAsync(await first));
        Assert.Equal("done", await TextAsync(await bot.PostAsync(press)));
    }

    [Fact]
    public async Task A_message_too_many_is_refused_and_its_sender_is_told()
    {
        TaskCompletionSource release = new();
        RecordingNotice notice = new();
        await using EdgeBot bot = await EdgeBot.StartAsync(
            async (_, _) =>
            {
                await release.Task;
                return null;
            },
            new() { ["BotFramework:TurnQueueLength"] = "1" },
            services => services.AddSingleton<IOverloadNotice>(notice));
        HttpStatusCode status = HttpStatusCode.OK;
        for (int i = 0; i < 10 && status == HttpStatusCode.OK; i++)
        {
            JsonObject message = bot.Replay("personal.message.json");
            message["id"] = $"message-{i}";
            status = (await bot.PostAsync(message.ToJsonString())).StatusCode;
        }

        release.SetResult();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Single(notice.Told);
    }

    private static async Task<string> TextAsync(HttpResponseMessage response) =>
        JsonNode.Parse(await response.Content.ReadAsStringAsync())!["value"]!.GetValue<string>();

    private sealed class RecordingNotice : IOverloadNotice
    {
        public ConcurrentQueue<Turn> Told { get; } = new();

        public void Tell(Turn turn) => Told.Enqueue(turn);
    }
}
