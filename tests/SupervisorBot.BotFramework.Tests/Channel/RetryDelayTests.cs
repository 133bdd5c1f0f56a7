using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SupervisorBot.BotFramework.Channel;
using SupervisorBot.BotFramework.Schema;
using SupervisorBot.ConnectorSimulator.Recording;
using Queue = System.Threading.Channels.Channel;
using Waits = System.Threading.Channels.Channel<System.TimeSpan>;

namespace SupervisorBot.BotFramework.Tests.Channel;

public sealed class RetryDelayTests
{
    private static readonly DateTimeOffset s_start = new(2026, 11, 22, 13, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("3", 3)]
    [InlineData("Sun, 22 Nov 2026 13:00:07 GMT", 7)]
    [InlineData("Sun, 22 Nov 2026 12:00:00 GMT", 0)]
    public async Task Retry_After_is_obeyed_in_seconds_and_as_a_date(string header, int seconds)
    {
        (ConnectorFixture edge, WaitingClock clock) = await StartAsync();
        await using ConnectorFixture _ = edge;
        edge.Connector.Plot(ConnectorFault.Refuse(429, retryAfter: header));

        Task<SentActivity> sending = edge.Channel.SendAsync(edge.Thread, Activity.Message("x"), CancellationToken.None);
        TimeSpan waited = seconds == 0 ? TimeSpan.Zero : await clock.NextWaitAsync();

        Assert.Equal(TimeSpan.FromSeconds(seconds), waited);
        clock.Advance(waited);
        await sending.WaitAsync(EdgeBot.Limit);
        Assert.Equal(2, edge.Connector.Calls.Count);
    }

    [Fact]
    public async Task Without_Retry_After_the_waits_double()
    {
        (ConnectorFixture edge, WaitingClock clock) = await StartAsync();
        await using ConnectorFixture _ = edge;
        edge.Connector.Plot(ConnectorFault.Refuse(503), times: 3);

        Task<SentActivity> sending = edge.Channel.SendAsync(edge.Thread, Activity.Message("x"), CancellationToken.None);
        List<double> waits = [];
        for (int i = 0; i < 3; i++)
        {
            TimeSpan wait = await clock.NextWaitAsync();
            waits.Add(wait.TotalMilliseconds);
            clock.Advance(wait);
        }

        await sending.WaitAsync(EdgeBot.Limit);
        Assert.Equal([500, 1000, 2000], waits);
    }

    [Fact]
    public async Task A_Retry_After_beyond_the_total_limit_ends_the_call_at_once_and_is_told()
    {
        (ConnectorFixture edge, WaitingClock _) = await StartAsync();
        await using ConnectorFixture __ = edge;
        edge.Connector.Plot(ConnectorFault.Refuse(429, retryAfter: "3600"));

        ChannelException e = await Assert.ThrowsAsync<ChannelException>(
            () => edge.Channel.SendAsync(edge.Thread, Activity.Message("x"), CancellationToken.None).WaitAsync(EdgeBot.Limit));

        Assert.Equal((ChannelFailure.Throttled, TimeSpan.FromHours(1)), (e.Kind, e.RetryAfter));
        Assert.Single(edge.Connector.Calls);
    }

    private static async Task<(ConnectorFixture Edge, WaitingClock Clock)> StartAsync()
    {
        WaitingClock clock = new(s_start);
        ConnectorFixture edge = await ConnectorFixture.StartAsync(
            settings: new() { ["BotFramework:ConnectorBackoff"] = "00:00:00.5", ["BotFramework:ConnectorAttemptLimit"] = "00:02:00", ["BotFramework:ConnectorTotalLimit"] = "00:01:00" },
            configure: s => s.AddSingleton<TimeProvider>(clock));
        return (edge, clock);
    }

    /// <summary>A fake clock that tells of waits. The limit of a try, a timer too, is longer than any wait between tries here.</summary>
    private sealed class WaitingClock(DateTimeOffset start) : FakeTimeProvider(start)
    {
        private static readonly TimeSpan s_longestWait = TimeSpan.FromSeconds(30);

        private readonly Waits _waits = Queue.CreateUnbounded<TimeSpan>();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            ITimer timer = base.CreateTimer(callback, state, dueTime, period);
            if (dueTime > TimeSpan.Zero && dueTime <= s_longestWait)
            {
                Assert.True(_waits.Writer.TryWrite(dueTime));
            }

            return timer;
        }

        public Task<TimeSpan> NextWaitAsync() => _waits.Reader.ReadAsync().AsTask().WaitAsync(EdgeBot.Limit);
    }
}
