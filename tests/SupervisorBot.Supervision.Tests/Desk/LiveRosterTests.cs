using SupervisorBot.Gateway.Monitoring;

namespace SupervisorBot.Supervision.Tests.Desk;

/// <summary>The roster with calls and monitors, over the real gateway client and the simulator.</summary>
public sealed class LiveRosterTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_live_roster_tells_calls_holds_and_who_monitors_whom_within_its_budget()
    {
        await using var host = await DeskHost.StartAsync(
            null, ("Roster:Interval", "00:00:00"), ("Roster:CallsPerReading", "2"), ("Session:KeeperInterval", "00:00:00.200"));
        await host.SignInAsync(host.Alex);
        await host.SignInAsync(host.Megan);
        string[] calls = [.. Enumerable.Range(2001, 5).Select(workNo => host.Gateway.ContactCentre.StartCall(workNo, DeskHost.Customer))];
        Assert.True(host.Gateway.ContactCentre.Hold(calls[4]));
        await host.ListenAsync(host.Megan);

        var first = await host.Desk.GetLiveRosterAsync(host.Alex, null, Stop);
        Assert.Equal(2, first.Agents.Count(agent => agent.Call is not null));
        Assert.Equal(2, host.Gateway.RequestLog.Snapshot("queryAllCallInfoByAgentWorkNoEx").Count);
        await host.Desk.GetLiveRosterAsync(host.Alex, null, Stop);
        var third = await host.Desk.GetLiveRosterAsync(host.Alex, null, Stop);
        Assert.Equal(calls, third.Agents.Where(agent => agent.Call is not null).OrderBy(agent => agent.WorkNo).Select(agent => agent.Call!.CallId));
        Assert.NotNull(third.Agents.Single(agent => agent.WorkNo == 2005).Call!.HeldSince);
        Assert.All(third.Agents.Where(agent => agent.WorkNo is > 2000 and < 2005), agent => Assert.Null(agent.Call!.HeldSince));

        for (var tries = 0; tries < 100; tries++)
        {
            var roster = await host.Desk.GetLiveRosterAsync(host.Alex, null, Stop);
            if (roster.Agents.Single(agent => agent.WorkNo == DeskHost.Agent).Monitors is [var monitor])
            {
                Assert.Equal((1002, MonitoringMode.Listen), (monitor.AgentId, monitor.Mode));
                return;
            }

            await Task.Delay(50, Stop);
        }

        Assert.Fail("Nobody was told to monitor the agent.");
    }
}
