using Microsoft.Extensions.Time.Testing;

namespace SupervisorBot.GatewaySimulator.Tests;

public sealed class PollRecordTests
{
    [Fact]
    public async Task Polls_are_counted_with_their_times_and_their_overlap()
    {
        await using var gateway = await Gateway.StartAsync();
        var inspector = await gateway.SignInAsync(1001);
        gateway.Host.Polls.Clear();
        gateway.Host.Options.PollWait = TimeSpan.FromMinutes(5);

        var first = inspector.PollAsync();
        await Eventually.HoldsAsync(() => gateway.Host.Polls.Find(1001)!.OpenNow == 1);
        Assert.Equal(1, gateway.Host.Polls.Find(1001)!.MostAtOnce);
        Assert.Equal("000-007", (await inspector.PollAsync()).RetCode);
        gateway.Centre.Tell(1001, "AgentOther_Note");
        Assert.Equal("AgentOther_Note", (await first).EventType);
        await Eventually.HoldsAsync(() => gateway.Host.Polls.Find(1001)!.OpenNow == 0);

        var polls = gateway.Host.Polls.Find(1001)!;
        Assert.Equal((2L, 2), (polls.Polls, polls.MostAtOnce));
        Assert.All(polls.Latest, poll => Assert.True(poll.Ended >= poll.Began && poll.Node == "AgentGateway0"));
        Assert.Equal([1001], gateway.Host.Polls.Summary().Overlapping);
    }

    [Fact]
    public async Task The_longest_silence_of_a_signed_in_agent_is_kept_and_ends_with_an_accepted_poll_only()
    {
        var time = new FakeTimeProvider();
        await using var gateway = await Gateway.StartAsync(time: time);
        var inspector = await gateway.SignInAsync(1001);
        time.Advance(TimeSpan.FromSeconds(30));
        await gateway.SendAsync("GET", "agentevent/1001", "stolen");
        time.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal(TimeSpan.FromSeconds(50), gateway.Host.Polls.Find(1001)!.CurrentGap);

        await inspector.PollAsync();
        time.Advance(TimeSpan.FromSeconds(10));

        var polls = gateway.Host.Polls.Find(1001)!;
        Assert.Equal((TimeSpan.FromSeconds(50), TimeSpan.FromSeconds(10)), (polls.LongestGap, polls.CurrentGap));
        Assert.Equal((TimeSpan.FromSeconds(50), 1001), (gateway.Host.Polls.Summary().LongestGap, gateway.Host.Polls.Summary().LongestGapAgentId));
    }

    [Fact]
    public async Task A_sign_out_for_silence_is_told_from_others()
    {
        var time = new FakeTimeProvider();
        await using var gateway = await Gateway.StartAsync(time: time);
        await gateway.SignInAsync(1001);
        await gateway.SignInAsync(1002);
        gateway.Centre.SignOut(1002);

        time.Advance(TimeSpan.FromSeconds(119));
        Assert.True(gateway.Centre.FindAgent(1001)!.SignedInOverHttp);
        time.Advance(TimeSpan.FromSeconds(1));

        Assert.False(gateway.Centre.FindAgent(1001)!.SignedInOverHttp);
        Assert.Equal((1, 1), (gateway.Host.Polls.Find(1001)!.SignOuts, gateway.Host.Polls.Find(1001)!.SilentSignOuts));
        Assert.Equal((1, 0), (gateway.Host.Polls.Find(1002)!.SignOuts, gateway.Host.Polls.Find(1002)!.SilentSignOuts));
        Assert.Equal((2, 0, 1), (gateway.Host.Polls.Summary().SignOuts, gateway.Host.Polls.Summary().SignedIn, gateway.Host.Polls.Summary().SilentSignOuts));
    }

    [Fact]
    public async Task The_limits_can_be_shortened_for_tests_against_the_machines_clock()
    {
        await using var gateway = await Gateway.StartAsync(options =>
        {
            options.SignOutAfterNoPoll = TimeSpan.FromMilliseconds(200);
            options.GuidInterval = TimeSpan.FromMilliseconds(50);
            options.GuidTimeout = TimeSpan.FromMilliseconds(100);
        });
        Assert.Equal("0", (await gateway.TrySignInAsync(1001)).RetCode);

        await Eventually.HoldsAsync(() => gateway.Host.Polls.Summary().SilentSignOuts == 1);
    }

    [Fact]
    public async Task Only_the_latest_polls_keep_their_times()
    {
        await using var gateway = await Gateway.StartAsync(options => options.PollHistory = 3);
        var inspector = await gateway.SignInAsync(1001);
        for (var i = 0; i < 6; i++)
        {
            await inspector.PollAsync();
        }

        Assert.Equal(3, gateway.Host.Polls.Find(1001)!.Latest.Count);
        Assert.True(gateway.Host.Polls.Find(1001)!.Polls > 6);
    }

    [Fact]
    public async Task Polls_can_be_counted_without_being_recorded_one_by_one()
    {
        await using var gateway = await Gateway.StartAsync(options => options.RecordPolls = false);
        var inspector = await gateway.SignInAsync(1001);
        await inspector.PollAsync();

        Assert.Empty(gateway.Host.RequestLog.Snapshot("getAgentEvent"));
        Assert.Single(gateway.Host.RequestLog.Snapshot());
        Assert.True(gateway.Host.Polls.Find(1001)!.Polls > 1);
    }

    [Fact]
    public async Task Intercepts_are_kept_when_other_requests_have_pushed_them_out_of_the_record()
    {
        await using var gateway = await Gateway.StartAsync(options => options.RequestLogCapacity = 2);
        var (inspector, callId) = await gateway.ListenAsync();
        await inspector.PutAsync($"qualitycontrol/{{0}}/intercept/2001/{callId}");
        await inspector.PutAsync("qualitycontrol/{0}/intercept/2002/unknown");
        for (var i = 0; i < 4; i++)
        {
            await inspector.PollAsync();
        }

        Assert.Empty(gateway.Host.RequestLog.Snapshot("intercept"));
        Assert.Equal(["0", "900-003"], gateway.Host.Intercepts.Snapshot().Select(known => known.ActedRetCode));
        var record = Assert.Single(gateway.Host.Intercepts.Snapshot(agentId: 1001, callId: callId));
        Assert.Equal(("1001", "2001", callId, "answered", "0", 200), (record.AgentId, record.WorkNo, record.CallId, record.Outcome, record.RetCode, record.Status));
        Assert.Empty(gateway.Host.Intercepts.Snapshot(agentId: 1002));
    }
}
