using Microsoft.Extensions.Time.Testing;

namespace SupervisorBot.GatewaySimulator.Tests;

public sealed class AutonomousLifeTests
{
    [Fact]
    public async Task Calls_begin_hold_and_end_by_themselves()
    {
        var time = new FakeTimeProvider();
        await using var gateway = await Gateway.StartAsync(options => options.AutonomousLife = true, time);
        var atStart = gateway.Centre.Calls.Select(call => call.CallId).ToHashSet();
        Assert.InRange(atStart.Count, 8, 24);

        for (var minute = 0; minute < 15; minute++)
        {
            time.Advance(TimeSpan.FromMinutes(1));
        }

        var raised = gateway.Centre.Events.Select(told => told.EventType).ToHashSet();
        Assert.Contains("AgentEvent_Hold", raised);
        Assert.Contains("AgentEvent_Customer_Release", raised);
        Assert.NotEmpty(gateway.Centre.Calls);
        Assert.DoesNotContain(gateway.Centre.Calls, call => atStart.Contains(call.CallId));
        Assert.All(gateway.Centre.Agents.Where(agent => agent.State == AgentState.Talking), agent => Assert.NotEmpty(agent.CallIds));
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_calls()
    {
        var day = await StoryAsync(seed: 7);

        Assert.Equal(day, await StoryAsync(seed: 7));
        Assert.NotEqual(day, await StoryAsync(seed: 8));
    }

    [Fact]
    public async Task A_customer_stays_with_the_inspector_for_a_while_and_then_hangs_up()
    {
        var time = new FakeTimeProvider();
        await using var gateway = await Gateway.StartAsync(options => options.AutonomousLife = true, time);
        var call = gateway.Centre.Calls.First(live => live.WorkNo < 9000);
        var inspector = await gateway.SignInAsync(1001);
        await inspector.PutAsync($"qualitycontrol/{{0}}/addsupervise/{call.WorkNo}");
        Assert.Equal("0", (await inspector.PutAsync($"qualitycontrol/{{0}}/intercept/{call.WorkNo}/{call.CallId}")).RetCode);
        await inspector.EventsAsync();

        time.Advance(TimeSpan.FromSeconds(80));
        Assert.Empty(await inspector.EventsAsync());
        for (var i = 0; i < 6; i++)
        {
            time.Advance(TimeSpan.FromMinutes(1));
            inspector.Guid = (await inspector.PollAsync()).Guid ?? inspector.Guid;
        }

        Assert.Contains(gateway.Centre.Events, told => told is { WorkNo: 1001, EventType: "AgentEvent_Customer_Release" });
        Assert.Equal(AgentState.Idle, gateway.Centre.FindAgent(1001)!.State);
    }

    [Fact]
    public async Task An_agent_who_was_signed_out_comes_back()
    {
        var time = new FakeTimeProvider();
        await using var gateway = await Gateway.StartAsync(options => options.AutonomousLife = true, time);

        gateway.Centre.SignOut(2001);
        Assert.Equal(AgentState.SignedOut, gateway.Centre.FindAgent(2001)!.State);
        time.Advance(TimeSpan.FromMinutes(1));

        Assert.NotEqual(AgentState.SignedOut, gateway.Centre.FindAgent(2001)!.State);
    }

    private static async Task<string> StoryAsync(int seed)
    {
        var time = new FakeTimeProvider();
        await using var gateway = await Gateway.StartAsync(
            options =>
            {
                options.AutonomousLife = true;
                options.Seed = seed;
            },
            time);
        for (var i = 0; i < 10; i++)
        {
            time.Advance(TimeSpan.FromSeconds(30));
        }

        return string.Join('\n', gateway.Centre.Events.Select(told => $"{told.At:O} {told.WorkNo} {told.EventType} {told.Content}"));
    }
}
