using Microsoft.Extensions.DependencyInjection;
using SupervisorBot.BotFramework.Schema;
using SupervisorBot.BotFramework.Threads;

namespace SupervisorBot.BotFramework.Tests.Threads;

public sealed class HoldOnOtherNodesTests
{
    [Fact]
    public async Task A_thread_is_held_elsewhere_before_the_presss_handler_runs_and_released_after_its_answer()
    {
        RecordingHolds holds = new();
        bool wasHeld = false;
        await using EdgeBot bot = await StartAsync(holds, () => wasHeld = holds.Held.Task.IsCompleted);
        using HttpResponseMessage answer = await bot.PostAsync(Press(bot));
        Assert.True(wasHeld);
        Assert.True(answer.IsSuccessStatusCode);
        Assert.Equal(TimeSpan.FromMilliseconds(150), await holds.Released.Task.WaitAsync(EdgeBot.Limit));
    }

    [Fact]
    public async Task A_press_counts_though_the_other_node_does_not_answer_and_a_late_hold_is_released()
    {
        TaskCompletionSource late = new();
        RecordingHolds holds = new() { Before = late.Task };
        bool isHandled = false;
        await using EdgeBot bot = await StartAsync(holds, () => isHandled = true, ("BotFramework:HoldTimeout", "00:00:00.05"));
        using HttpResponseMessage answer = await bot.PostAsync(Press(bot));
        Assert.True(isHandled && answer.IsSuccessStatusCode);
        Assert.False(holds.Released.Task.IsCompleted);
        late.SetResult();
        await holds.Released.Task.WaitAsync(EdgeBot.Limit);
    }

    [Fact]
    public async Task A_press_counts_though_the_thread_cannot_be_held()
    {
        RecordingHolds holds = new() { Before = Task.FromException(new InvalidOperationException("The node is gone.")) };
        bool isHandled = false;
        await using EdgeBot bot = await StartAsync(holds, () => isHandled = true);
        using HttpResponseMessage answer = await bot.PostAsync(Press(bot));
        Assert.True(isHandled && answer.IsSuccessStatusCode);
    }

    private static string Press(EdgeBot bot) => bot.Replay("personal.invoke.adaptiveCard-action.json").ToJsonString();

    private static Task<EdgeBot> StartAsync(RecordingHolds holds, Action handle, params (string Name, string Value)[] settings) => EdgeBot.StartAsync(
        (_, _) =>
        {
            handle();
            return Task.FromResult<InvokeResponse?>(AdaptiveCardInvoke.Message("x"));
        },
        settings.ToDictionary(setting => setting.Name, setting => (string?)setting.Value),
        services => services.AddSingleton<IThreadHolds>(holds));

    private sealed class RecordingHolds : IThreadHolds, IThreadHold
    {
        public Task Before { get; init; } = Task.CompletedTask;

        public TaskCompletionSource Held { get; } = new();

        public TaskCompletionSource<TimeSpan> Released { get; } = new();

        public async Task<IThreadHold> HoldAsync(string conversationId, TimeSpan limit, CancellationToken ct)
        {
            await Before;
            Held.TrySetResult();
            return this;
        }

        public void Release(TimeSpan after) => Released.TrySetResult(after);
    }
}
