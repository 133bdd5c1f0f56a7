using SupervisorBot.Gateway.Agents;
using SupervisorBot.Gateway.Events;
using SupervisorBot.Gateway.Monitoring;
using SupervisorBot.Gateway.Results;
using SupervisorBot.Gateway.Tests.Wire;
using SupervisorBot.GatewaySimulator;
using AgentState = SupervisorBot.Gateway.Agents.AgentState;
using MonitoringMode = SupervisorBot.Gateway.Monitoring.MonitoringMode;

namespace SupervisorBot.Gateway.Tests;

/// <summary>The client against the gateway simulator, over real HTTPS.</summary>
public sealed class SimulatorTests
{
    private const int Agent = 2001;
    private const string Customer = "13800001234";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task An_inspector_signs_in_listens_intercepts_talks_releases_and_signs_out(int authMode)
    {
        await using var centre = await SimulatedCentre.StartAsync(options =>
        {
            options.AuthMode = authMode;
            options.LoadBalancerCookie = true;
            options.RequireLoadBalancerCookie = true;
        });
        var session = centre.Session;
        var callId = await centre.ListenToAsync(Agent, Customer);
        Assert.True((await session.IsInspectorAsync()).Value);
        Assert.Equal([callId], (await session.GetCallIdsAsync(Agent)).Value);
        var info = (await session.GetCallInfoAsync(callId)).Value;
        Assert.Equal(Customer, info.CustomerNumber);
        Assert.NotNull(info.AnsweredAt);

        Assert.Null((await session.InterceptAsync(Agent, callId)).Failure);
        var talking = await centre.WaitForAsync<TalkingEvent>();
        Assert.Equal(callId, talking.CallId);
        Assert.Equal(Customer, talking.Caller);
        Assert.Equal(callId, (await centre.WaitForAsync<RecordEvent>()).CallId);
        Assert.True((await session.GetAgentStatusAsync()).Value.IsWorking);
        Assert.Equal([callId], (await session.GetOwnCallIdsAsync()).Value);
        Assert.Empty((await session.GetCallIdsAsync(Agent)).Value);

        Assert.Null((await session.HoldAsync()).Failure);
        Assert.Equal(callId, (await centre.WaitForAsync<HoldEvent>()).CallId);
        Assert.Null((await session.GetHoldAsync(callId)).Failure);
        Assert.Null((await session.ReleaseAsync()).Failure);
        await centre.WaitForAsync<CallReleasedEvent>();
        Assert.Equal(SimulatedCentre.Refusal(ResultCodes.NothingToHangUp), (await session.ReleaseAsync()).Failure);

        Assert.Null((await session.SignOutAsync()).Failure);
        Assert.False(session.HasGuid);
        var intercept = Assert.Single(centre.Host.RequestLog.Snapshot("intercept"));
        Assert.EndsWith($"/qualitycontrol/1001/intercept/2001/{callId}", intercept.Path, StringComparison.Ordinal);
        Assert.All(centre.Host.RequestLog.Snapshot(), request => Assert.Empty(request.Violations));
    }

    [Fact]
    public async Task A_renewed_Guid_is_followed_for_as_long_as_polls_go_on()
    {
        await using var centre = await SimulatedCentre.StartAsync(options =>
        {
            options.GuidInterval = TimeSpan.FromMilliseconds(100);
            options.GuidTimeout = TimeSpan.FromSeconds(30);
            options.PollWait = TimeSpan.FromMilliseconds(50);
        });
        await centre.Session.SignInAsync(SimulatedCentre.SignIn);
        var guids = new HashSet<string>();
        using var limit = new CancellationTokenSource(SimulatedCentre.Limit);

        while (guids.Count < 4)
        {
            Assert.True((await centre.Session.PollAsync(limit.Token)).IsSuccess);
            guids.Add(centre.Session.Export()!.Guid);
        }

        Assert.Null((await centre.Session.GetAgentStatusAsync()).Failure);
        Assert.DoesNotContain(centre.Host.RequestLog.Snapshot(), request => request.Guid is "lapsed" or "unknown");
    }

    [Fact]
    public async Task Every_way_of_monitoring_is_reached()
    {
        await using var centre = await SimulatedCentre.StartAsync();
        var session = centre.Session;
        await centre.ListenToAsync(Agent);
        AgentView Inspector() => centre.Host.ContactCentre.FindAgent(SimulatedCentre.Inspector)!;

        Assert.Null((await session.SwitchModeAsync(Agent, MonitoringMode.Whisper)).Failure);
        Assert.Equal(GatewaySimulator.MonitoringMode.Whisper, Inspector().Mode);
        Assert.Null((await session.SwitchModeAsync(Agent, MonitoringMode.Insert)).Failure);
        Assert.Equal(GatewaySimulator.MonitoringMode.Insert, Inspector().Mode);
        Assert.Null((await session.SwitchListenInsertAsync(Agent)).Failure);
        Assert.Equal(GatewaySimulator.MonitoringMode.Listen, Inspector().Mode);
        Assert.Null((await session.StopMonitoringAsync(Agent)).Failure);
        await centre.WaitForAsync<PhoneReleaseEvent>();
        Assert.Null((await session.InsertAsync(Agent)).Failure);
        await centre.WaitForAsync<PhoneOffhookEvent>();
        Assert.Null((await session.StopMonitoringAsync(Agent)).Failure);
        await centre.WaitForAsync<PhoneReleaseEvent>();
        Assert.Null((await session.WhisperAsync(Agent)).Failure);
        await centre.WaitForAsync<PhoneOffhookEvent>();
        Assert.Null((await session.StopWhisperAsync(Agent)).Failure);
    }

    [Theory]
    [InlineData(true, true, RosterSource.AllAgentStatus)]
    [InlineData(false, true, RosterSource.OnlineAgentOnVdn)]
    [InlineData(false, false, RosterSource.AgentByWorkNo)]
    public async Task The_roster_comes_from_what_the_gateway_serves(bool all, bool online, RosterSource source)
    {
        await using var centre = await SimulatedCentre.StartAsync(options =>
        {
            options.ServeAllAgentStatus = all;
            options.ServeOnlineAgentOnVdn = online;
        });
        centre.Host.ContactCentre.StartCall(Agent, Customer);
        await centre.Session.SignInAsync(SimulatedCentre.SignIn);

        var roster = (await centre.Session.GetRosterAsync([Agent, 2002, 9001])).Value;

        Assert.Equal(source, roster.Source);
        var agent = Assert.Single(roster.Agents, agent => agent.WorkNo == Agent);
        Assert.Equal("Amara Okafor", agent.Name);
        Assert.Equal(AgentState.Talking, agent.State);
        Assert.True(agent.IsTalking);
        Assert.Contains(roster.Agents, other => other.WorkNo == 2002 && !other.IsTalking);
        Assert.DoesNotContain(roster.Agents, other => other.WorkNo == 9001);
    }

    [Fact]
    public async Task Refusals_come_with_their_codes()
    {
        await using var centre = await SimulatedCentre.StartAsync();
        var session = centre.Session;
        Assert.Equal(SimulatedCentre.Refusal(ResultCodes.WrongPassword), (await session.SignInAsync(SimulatedCentre.SignIn with { Password = "wrong" })).Failure);
        Assert.Null((await session.SignInAsync(SimulatedCentre.SignIn)).Failure);

        Assert.Equal(SimulatedCentre.Refusal(ResultCodes.SelfInspection), (await session.InterceptAsync(SimulatedCentre.Inspector)).Failure);
        Assert.Equal(SimulatedCentre.Refusal(ResultCodes.NoInspectionRight), (await session.InterceptAsync(9001, "1-1")).Failure);
        Assert.Equal(SimulatedCentre.Refusal(ResultCodes.ResourceUnavailable), (await session.InterceptAsync(Agent, "1-1")).Failure);

        var elsewhere = centre.Client.Open(SimulatedCentre.Inspector);
        Assert.Equal(SimulatedCentre.Refusal(ResultCodes.AlreadySignedIn), (await elsewhere.SignInAsync(SimulatedCentre.SignIn)).Failure);
        Assert.Null((await elsewhere.ForceSignInAsync(SimulatedCentre.SignIn)).Failure);
        Assert.IsType<Refused>((await session.PollAsync()).Failure);
        Assert.Null((await elsewhere.ForceSignOutAsync()).Failure);
    }

    [Fact]
    public async Task A_dropped_intercept_is_sent_once_and_what_became_of_it_is_read_back()
    {
        await using var centre = await SimulatedCentre.StartAsync();
        var callId = await centre.ListenToAsync(Agent);
        centre.Host.Faults.Add(new Fault { Kind = FaultKind.Drop, Operation = "intercept", AfterActing = true });

        Assert.Equal(new Unknown(GatewayFault.Dropped), (await centre.Session.InterceptAsync(Agent, callId)).Failure);

        Assert.Equal(callId, (await centre.WaitForAsync<TalkingEvent>()).CallId);
        Assert.Equal([callId], (await centre.Session.GetOwnCallIdsAsync()).Value);
        Assert.Equal(1, centre.Count("intercept"));
    }

    [Theory]
    [InlineData(FaultKind.Status, GatewayFault.ServerError)]
    [InlineData(FaultKind.WrongJson, GatewayFault.UnreadableAnswer)]
    public async Task An_unreadable_answer_to_an_intercept_is_unknown(FaultKind kind, GatewayFault fault)
    {
        await using var centre = await SimulatedCentre.StartAsync();
        var callId = await centre.ListenToAsync(Agent);
        centre.Host.Faults.Add(new Fault { Kind = kind, Operation = "intercept" });

        Assert.Equal(new Unknown(fault), (await centre.Session.InterceptAsync(Agent, callId)).Failure);
        Assert.Equal(1, centre.Count("intercept"));
    }

    [Fact]
    public async Task A_call_that_ends_just_before_the_intercept_is_refused()
    {
        await using var centre = await SimulatedCentre.StartAsync();
        var callId = await centre.ListenToAsync(Agent);
        centre.Host.Faults.Add(new Fault { Kind = FaultKind.CallEndsJustBefore, Operation = "intercept" });

        Assert.Equal(SimulatedCentre.Refusal(ResultCodes.ResourceUnavailable), (await centre.Session.InterceptAsync(Agent, callId)).Failure);
    }

    [Fact]
    public async Task Names_in_GBK_and_events_with_NULs_are_read()
    {
        await using var centre = await SimulatedCentre.StartAsync();
        centre.Host.Faults.Add(new Fault { Kind = FaultKind.TrailingNuls, Operation = "getAgentEvent", Times = 50 });
        var callId = await centre.ListenToAsync(Agent);
        Assert.Null((await centre.Session.InterceptAsync(Agent, callId)).Failure);
        Assert.Equal(callId, (await centre.WaitForAsync<TalkingEvent>()).CallId);

        centre.Host.Faults.Clear();
        centre.Host.Faults.Add(new Fault { Kind = FaultKind.Gbk });
        Assert.NotEmpty((await centre.Session.GetRosterAsync([])).Value.Agents);
    }

    [Fact]
    public async Task Thirty_inspectors_work_at_once_without_mixing_their_Guids()
    {
        await using var centre = await SimulatedCentre.StartAsync(options =>
        {
            options.AgentCount = 30;
            for (var id = 1101; id <= 1130; id++)
            {
                options.Inspectors.Add(new SimulatedInspector { AgentId = id });
            }
        });

        await Parallel.ForAsync(1101, 1131, async (id, token) =>
        {
            var session = centre.Client.Open(id);
            var agent = id + 900;
            var callId = centre.Host.ContactCentre.StartCall(agent, Customer);
            Assert.Null((await session.SignInAsync(SimulatedCentre.SignIn, token)).Failure);
            Assert.Null((await session.ListenAsync(agent, token)).Failure);
            Assert.Equal([callId], (await session.GetCallIdsAsync(agent, token)).Value);
            Assert.Null((await session.ForceSignOutAsync(token)).Failure);
        });

        Assert.All(centre.Host.RequestLog.Snapshot(), request => Assert.True(request.RetCode == "0" && request.Violations.Count == 0, request.Path));
    }
}
