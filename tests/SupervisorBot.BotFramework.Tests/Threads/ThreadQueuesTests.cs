using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SupervisorBot.BotFramework.Channel;
using SupervisorBot.BotFramework.Schema;
using SupervisorBot.BotFramework.Tests.Channel;
using SupervisorBot.BotFramework.Threads;
using SupervisorBot.ConnectorSimulator.Recording;

namespace SupervisorBot.BotFramework.Tests.Threads;

public sealed class ThreadQueuesTests
{
    [Fact]
    public async Task Posts_and_edits_of_a_thread_arrive_in_order_though_the_first_is_slow()
    {
        await using ConnectorFixture edge = await ConnectorFixture.StartAsync();
        edge.Connector.Plot(ConnectorFault.AnswerAfter(TimeSpan.FromMilliseconds(100)));
        edge.Connector.Plot(ConnectorFault.Refuse(503), c => c.Text == "2");

        Task<SentActivity>[] posts = [.. Enumerable.Range(0, 10).Select(i => edge.Threads.PostAsync(edge.Thread, Activity.Message($"{i}"), CancellationToken.None))];
        SentActivity[] sent = await Task.WhenAll(posts).WaitAsync(EdgeBot.Limit);
        await edge.Threads.EditAsync(edge.Thread, sent[3].Id!, Activity.Message("three"), CancellationToken.None);

        Assert.Equal(["0", "1", "2", "three", "4", "5", "6", "7", "8", "9"], edge.Connector.Thread("a:1personal").Select(m => m.Text));
        Assert.Equal(sent.Select(s => s.Id), edge.Connector.Thread("a:1personal").Select(m => m.Id));
    }

    [Fact]
    public async Task A_failed_post_does_not_stop_the_thread()
    {
        await using ConnectorFixture edge = await ConnectorFixture.StartAsync();
        edge.Connector.Plot(ConnectorFault.Refuse(403, "ConversationBlockedByUser"));

        Task<SentActivity> first = edge.Threads.PostAsync(edge.Thread, Activity.Message("1"), CancellationToken.None);
        Task<SentActivity> second = edge.Threads.PostAsync(edge.Thread, Activity.Message("2"), CancellationToken.None);

        ChannelException e = await Assert.ThrowsAsync<ChannelException>(() => first);
        Assert.Equal("ConversationBlockedByUser", e.Code);
        Assert.NotNull((await second).Id);
    }

    [Fact]
    public async Task Threads_do_not_wait_for_each_other()
    {
        await using ConnectorFixture edge = await ConnectorFixture.StartAsync("19:c@thread.tacv2;messageid=1");
        IThreadHold hold = edge.Threads.Hold("19:c@thread.tacv2;messageid=1");

        Task<SentActivity> held = edge.Threads.PostAsync(edge.Thread, Activity.Message("held"), CancellationToken.None);
        await edge.Threads.PostAsync(edge.Thread with { ConversationId = "19:c@thread.tacv2;messageid=2" }, Activity.Message("free"), CancellationToken.None).WaitAsync(EdgeBot.Limit);

        Assert.Equal("free", Assert.Single(edge.Connector.Calls).Text);
        hold.Release(TimeSpan.Zero);
        await held.WaitAsync(EdgeBot.Limit);
    }

    [Fact]
    public async Task A_thread_waits_for_every_hold_and_for_the_time_after_its_release()
    {
        FakeTimeProvider clock = new();
        await using ConnectorFixture edge = await ConnectorFixture.StartAsync(configure: s => s.AddSingleton<TimeProvider>(clock));
        IThreadHold first = edge.Threads.Hold("a:1personal");
        IThreadHold second = edge.Threads.Hold("a:1personal");
        Task<SentActivity> post = edge.Threads.PostAsync(edge.Thread, Activity.Message("x"), CancellationToken.None);

        first.Release(TimeSpan.Zero);
        first.Release(TimeSpan.Zero);
        second.Release(TimeSpan.FromMilliseconds(150));
        clock.Advance(TimeSpan.FromMilliseconds(149));
        Assert.False(post.IsCompleted);
        Assert.Empty(edge.Connector.Calls);
        clock.Advance(TimeSpan.FromMilliseconds(1));

        await post.WaitAsync(EdgeBot.Limit);
    }

    [Fact]
    public async Task A_hold_that_is_never_released_ends_at_its_limit()
    {
        FakeTimeProvider clock = new();
        await using ConnectorFixture edge = await ConnectorFixture.StartAsync(configure: s => s.AddSingleton<TimeProvider>(clock));
        IThreadHold hold = edge.Threads.Hold("a:1personal");
        Task<SentActivity> post = edge.Threads.PostAsync(edge.Thread, Activity.Message("x"), CancellationToken.None);

        clock.Advance(TimeSpan.FromSeconds(14.9));
        Assert.False(post.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(0.1));
        await post.WaitAsync(EdgeBot.Limit);

        hold.Release(TimeSpan.Zero);
        await edge.Threads.PostAsync(edge.Thread, Activity.Message("y"), CancellationToken.None).WaitAsync(EdgeBot.Limit);
    }

    [Fact]
    public async Task A_full_thread_refuses_at_once()
    {
        await using ConnectorFixture edge = await ConnectorFixture.StartAsync(settings: new() { ["BotFramework:ThreadQueueLength"] = "2" });
        IThreadHold hold = edge.Threads.Hold("a:1personal");
        Task<SentActivity> first = edge.Threads.PostAsync(edge.Thread, Activity.Message("1"), CancellationToken.None);
        Task<SentActivity> second = edge.Threads.PostAsync(edge.Thread, Activity.Message("2"), CancellationToken.None);

        ChannelException e = await Assert.ThrowsAsync<ChannelException>(() => edge.Threads.PostAsync(edge.Thread, Activity.Message("3"), CancellationToken.None));

        Assert.Equal((ChannelFailure.Unavailable, "ThreadQueueFull"), (e.Kind, e.Code));
        hold.Release(TimeSpan.Zero);
        await Task.WhenAll(first, second).WaitAsync(EdgeBot.Limit);
    }

    [Fact]
    public async Task Giving_up_waiting_does_not_take_the_post_back()
    {
        await using ConnectorFixture edge = await ConnectorFixture.StartAsync();
        IThreadHold hold = edge.Threads.Hold("a:1personal");
        using CancellationTokenSource impatient = new();
        Task<SentActivity> post = edge.Threads.PostAsync(edge.Thread, Activity.Message("x"), impatient.Token);

        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => post);
        hold.Release(TimeSpan.Zero);

        await edge.Connector.WaitForAsync(c => c.Text == "x");
    }

    [Fact]
    public async Task What_runs_in_a_threads_turn_decides_then_what_it_sends_and_tries_once()
    {
        await using ConnectorFixture edge = await ConnectorFixture.StartAsync();
        IThreadHold hold = edge.Threads.Hold("a:1personal");
        string newest = "old";
        Task run = edge.Threads.RunAsync(
            edge.Thread, (channel, stop) => channel.SendAsync(edge.Thread, Activity.Message(newest), stop), CancellationToken.None);
        newest = "new";
        Assert.True(edge.Threads.IsHeld("a:1personal"));
        hold.Release(TimeSpan.Zero);
        await run.WaitAsync(EdgeBot.Limit);
        Assert.Equal("new", Assert.Single(edge.Connector.Calls).Text);

        edge.Connector.Plot(ConnectorFault.Refuse(429, retryAfter: "7"));
        ChannelException e = await Assert.ThrowsAsync<ChannelException>(() => edge.Threads.RunAsync(
            edge.Thread, (channel, stop) => channel.SendAsync(edge.Thread, Activity.Message("throttled"), stop), CancellationToken.None));
        Assert.Equal((ChannelFailure.Throttled, TimeSpan.FromSeconds(7)), (e.Kind, e.RetryAfter));
        Assert.Equal(2, edge.Connector.Calls.Count);
    }

    [Fact]
    public async Task Work_that_is_given_up_before_its_turn_is_never_begun()
    {
        await using ConnectorFixture edge = await ConnectorFixture.StartAsync();
        IThreadHold hold = edge.Threads.Hold("a:1personal");
        using CancellationTokenSource impatient = new();
        bool began = false;
        Task run = edge.Threads.RunAsync(
            edge.Thread,
            (_, _) =>
            {
                began = true;
                return Task.CompletedTask;
            },
            impatient.Token);
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        hold.Release(TimeSpan.Zero);
        await edge.Threads.PostAsync(edge.Thread, Activity.Message("next"), CancellationToken.None).WaitAsync(EdgeBot.Limit);
        Assert.False(began);
    }

    [Fact]
    public async Task A_hold_that_begins_while_a_permit_is_awaited_holds()
    {
        FakeTimeProvider clock = new();
        await using ConnectorFixture edge = await ConnectorFixture.StartAsync(configure: s => s.AddSingleton<TimeProvider>(clock));
        for (int i = 0; i < 7; i++)
        {
            await edge.Threads.PostAsync(edge.Thread, Activity.Message($"{i}"), CancellationToken.None).WaitAsync(EdgeBot.Limit);
        }

        Task<SentActivity> eighth = edge.Threads.PostAsync(edge.Thread, Activity.Message("8th"), CancellationToken.None);
        IThreadHold hold = edge.Threads.Hold("a:1personal");
        clock.Advance(TimeSpan.FromSeconds(2));
        await Task.Delay(50, TestContext.Current.CancellationToken);
        Assert.Equal(7, edge.Connector.Calls.Count);
        hold.Release(TimeSpan.Zero);
        await eighth.WaitAsync(EdgeBot.Limit);
    }
}
