using Microsoft.Extensions.Time.Testing;

namespace SupervisorBot.GatewaySimulator.Tests;

public sealed class MonitoringTests
{
    [Theory]
    [InlineData("PUT", "qualitycontrol/{0}/addsupervise/2001", 8)]
    [InlineData("PUT", "qualitycontrol/{0}/addinsert/2001", 9)]
    [InlineData("POST", "qualitycontrol/{0}/requestwhisperagent?whisperagentid=2001", 20172)]
    public async Task Monitoring_rings_the_inspector_and_stands_once_the_phone_is_picked_up(string method, string path, int qcType)
    {
        var time = new FakeTimeProvider();
        await using var gateway = await Gateway.StartAsync(options => options.PhonePickupDelay = TimeSpan.FromSeconds(3), time);
        var agent = await gateway.SignInAsync(2001);
        gateway.Centre.StartCall(2001, Gateway.Customer);
        await agent.EventsAsync();
        var inspector = await gateway.SignInAsync(1001);

        var answer = method == "PUT" ? await inspector.PutAsync(path) : await inspector.PostAsync(path);
        var ringing = await inspector.EventsAsync();
        var toAgentWhileRinging = await agent.EventsAsync();
        time.Advance(TimeSpan.FromSeconds(3));
        var pickedUp = Assert.Single(await inspector.AnswersAsync());
        var toAgent = Assert.Single(await agent.AnswersAsync());

        Assert.Equal("""{"message":"","retcode":"0","result":{}}""", answer.Body);
        Assert.Equal(["AgentState_Busy", "AgentOther_PhoneAlerting"], ringing);
        Assert.Empty(toAgentWhileRinging);
        Assert.Equal("AgentOther_PhoneOffhook", pickedUp.EventType);
        Assert.Equal("AgentOther_BeQcStart", toAgent.EventType);
        Assert.Equal(qcType, (int?)toAgent.Json["event"]!["content"]!["qcType"]);
        Assert.Equal(1001, (int?)toAgent.Json["event"]!["content"]!["qcAgentId"]);
    }

    [Theory]
    [InlineData("addsupervise/2001", "900-003")]
    [InlineData("addinsert/2001", "900-003")]
    [InlineData("addsupervise/9001", "900-002")]
    [InlineData("addsupervise/5555", "900-002")]
    [InlineData("addsupervise/1002", "900-002")]
    public async Task Listening_and_inserting_are_refused_with_their_codes(string operation, string code)
    {
        await using var gateway = await Gateway.StartAsync();
        var inspector = await gateway.SignInAsync(1001);

        Assert.Equal(code, (await inspector.PutAsync("qualitycontrol/{0}/" + operation)).RetCode);
        Assert.Empty(await inspector.EventsAsync());
    }

    [Theory]
    [InlineData("?whisperagentid=2001", "900-003")]
    [InlineData("?whisperagentid=9001", "900-002")]
    [InlineData("?whisperagentid=5555", "900-004")]
    [InlineData("", "900-004")]
    public async Task Whispering_is_refused_with_its_codes(string query, string code)
    {
        await using var gateway = await Gateway.StartAsync();
        var inspector = await gateway.SignInAsync(1001);

        Assert.Equal(code, (await inspector.PostAsync("qualitycontrol/{0}/requestwhisperagent" + query)).RetCode);
    }

    [Fact]
    public async Task An_inspector_who_is_not_idle_cannot_listen()
    {
        await using var gateway = await Gateway.StartAsync();
        var (inspector, _) = await gateway.ListenAsync();
        gateway.Centre.StartCall(2002, Gateway.Customer);

        Assert.Equal("900-005", (await inspector.PutAsync("qualitycontrol/{0}/addsupervise/2002")).RetCode);
        Assert.Equal("900-005", (await inspector.PutAsync("qualitycontrol/{0}/addinsert/2001")).RetCode);
        Assert.Equal("900-003", (await inspector.PostAsync("qualitycontrol/{0}/requestwhisperagent?whisperagentid=2002")).RetCode);
    }

    [Fact]
    public async Task An_agent_has_no_right_to_listen()
    {
        await using var gateway = await Gateway.StartAsync();
        var agent = await gateway.SignInAsync(2002);
        gateway.Centre.StartCall(2001, Gateway.Customer);

        Assert.Equal("900-002", (await agent.PutAsync("qualitycontrol/{0}/addsupervise/2001")).RetCode);
    }

    [Fact]
    public async Task A_phone_that_nobody_picks_up_stops_ringing_after_its_time()
    {
        var time = new FakeTimeProvider();
        await using var gateway = await Gateway.StartAsync(time: time);
        var inspector = await gateway.SignInAsync(1001);
        var callId = gateway.Centre.StartCall(2001, Gateway.Customer);
        gateway.Host.Faults.Add(new Fault { Kind = FaultKind.PhoneNotPickedUp, Operation = "addSupervise" });

        await inspector.PutAsync("qualitycontrol/{0}/addsupervise/2001");
        await inspector.EventsAsync();
        var tooSoon = await inspector.PutAsync($"qualitycontrol/{{0}}/intercept/2001/{callId}");
        time.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal("900-003", tooSoon.RetCode);
        Assert.Equal(["AgentOther_PhoneRelease", "AgentState_Ready"], await inspector.EventsAsync());
        Assert.Equal(AgentState.Idle, gateway.Centre.FindAgent(1001)!.State);
    }

    [Fact]
    public async Task Stopping_releases_the_leg_and_tells_the_agent()
    {
        await using var gateway = await Gateway.StartAsync();
        var agent = await gateway.SignInAsync(2001);
        var (inspector, _) = await gateway.ListenAsync();
        await agent.EventsAsync();

        var answer = await inspector.DeleteAsync("qualitycontrol/{0}/2001");

        Assert.Equal("0", answer.RetCode);
        Assert.Equal(["AgentOther_PhoneRelease", "AgentState_Ready"], await inspector.EventsAsync());
        Assert.Equal(["AgentOther_BeQcStop"], await agent.EventsAsync());
        Assert.Equal("900-003", (await inspector.DeleteAsync("qualitycontrol/{0}/2001")).RetCode);
    }

    [Fact]
    public async Task Modes_change_and_each_stops_by_its_own_operation()
    {
        await using var gateway = await Gateway.StartAsync();
        var agent = await gateway.SignInAsync(2001);
        var (inspector, _) = await gateway.ListenAsync();
        await agent.EventsAsync();

        Assert.Equal("0", (await inspector.PostAsync("qualitycontrol/{0}/switch/2001")).RetCode);
        Assert.Equal(MonitoringMode.Insert, gateway.Centre.FindAgent(1001)!.Mode);
        Assert.Equal("900-003", (await inspector.PostAsync("qualitycontrol/{0}/requeststopwhisperagent?whisperagentid=2001")).RetCode);
        Assert.Equal("0", (await inspector.PostAsync("qualitycontrol/{0}/requestswitchinsertwhisperagent?whisperagentid=2001&switchtype=2")).RetCode);
        Assert.Equal("900-003", (await inspector.PostAsync("qualitycontrol/{0}/switch/2001")).RetCode);
        Assert.Equal("900-003", (await inspector.DeleteAsync("qualitycontrol/{0}/2001")).RetCode);
        Assert.Equal("000-002", (await inspector.PostAsync("qualitycontrol/{0}/requestswitchinsertwhisperagent?whisperagentid=2001&switchtype=3")).RetCode);
        Assert.Equal("0", (await inspector.PostAsync("qualitycontrol/{0}/requeststopwhisperagent?whisperagentid=2001")).RetCode);
        var told = await agent.AnswersAsync();

        Assert.Equal(["AgentOther_BeQcStart", "AgentOther_BeQcStart", "AgentOther_BeQcStop"], told.Select(answer => answer.EventType));
        Assert.Equal([9, 20172, 20172], told.Select(answer => (int)answer.Json["event"]!["content"]!["qcType"]!));
    }

    [Fact]
    public async Task Monitoring_ends_with_the_call()
    {
        await using var gateway = await Gateway.StartAsync();
        var (inspector, callId) = await gateway.ListenAsync();

        Assert.True(gateway.Centre.EndCall(callId));

        Assert.Equal(["AgentOther_PhoneRelease", "AgentState_Ready"], await inspector.EventsAsync());
        Assert.Equal("900-003", (await inspector.PutAsync("qualitycontrol/{0}/intercept/2001")).RetCode);
    }

    [Fact]
    public async Task Monitoring_outlives_the_call_by_option()
    {
        await using var gateway = await Gateway.StartAsync(options => options.KeepMonitoringAfterCall = true);
        var (inspector, callId) = await gateway.ListenAsync();

        gateway.Centre.EndCall(callId);

        Assert.Empty(await inspector.EventsAsync());
        Assert.Equal("900-003", (await inspector.PutAsync("qualitycontrol/{0}/intercept/2001")).RetCode);
        var next = gateway.Centre.StartCall(2001, Gateway.Customer);
        Assert.Equal("0", (await inspector.PutAsync($"qualitycontrol/{{0}}/intercept/2001/{next}")).RetCode);
    }

    [Fact]
    public async Task A_receiver_put_down_ends_the_monitoring()
    {
        await using var gateway = await Gateway.StartAsync();
        var (inspector, _) = await gateway.ListenAsync();

        Assert.True(gateway.Centre.HangUpPhone(1001));
        var release = (await inspector.AnswersAsync())[0];

        Assert.Equal("AgentOther_PhoneRelease", release.EventType);
        Assert.Equal(2, (int?)release.Json["event"]!["content"]!["phoneState"]);
    }

    [Fact]
    public async Task Forcing_changes_the_agent_and_signs_them_out()
    {
        await using var gateway = await Gateway.StartAsync();
        var inspector = await gateway.SignInAsync(1001);
        var agent = await gateway.SignInAsync(2001);

        Assert.Equal("0", (await inspector.PostAsync("qualitycontrol/{0}/forcebusy/2001")).RetCode);
        Assert.Equal(3, (int?)(await agent.GetAsync("onlineagent/{0}/agentstatus")).Result!["agentState"]);
        Assert.Equal("0", (await inspector.PostAsync("qualitycontrol/{0}/forceidle/2001")).RetCode);
        Assert.Equal(["AgentState_Force_SetNotReady", "AgentState_Force_Ready"], await agent.EventsAsync());
        Assert.Equal("0", (await inspector.PostAsync("qualitycontrol/{0}/forcerest/2001/60/1")).RetCode);
        Assert.Equal("000-002", (await inspector.PostAsync("qualitycontrol/{0}/forcerest/2001/0/1")).RetCode);
        Assert.Equal("0", (await inspector.PostAsync("qualitycontrol/{0}/forcelogout/2001")).RetCode);
        Assert.Equal("100-006", (await agent.PollAsync()).RetCode);
        Assert.Equal("900-003", (await inspector.PostAsync("qualitycontrol/{0}/forcelogout/2001")).RetCode);
    }

    [Fact]
    public async Task What_is_forced_upon_an_agent_in_a_call_counts_when_the_call_ends()
    {
        await using var gateway = await Gateway.StartAsync();
        var inspector = await gateway.SignInAsync(1001);
        var callId = gateway.Centre.StartCall(2001, Gateway.Customer);

        Assert.Equal("0", (await inspector.PostAsync("qualitycontrol/{0}/forcebusy/2001")).RetCode);
        Assert.Equal(AgentState.Talking, gateway.Centre.FindAgent(2001)!.State);
        gateway.Centre.EndCall(callId);
        Assert.Equal(AgentState.Busy, gateway.Centre.FindAgent(2001)!.State);
    }

    [Fact]
    public async Task Forcing_an_agent_in_a_call_can_be_refused_instead()
    {
        await using var gateway = await Gateway.StartAsync(options => options.ForceWaitsForCall = false);
        var inspector = await gateway.SignInAsync(1001);
        gateway.Centre.StartCall(2001, Gateway.Customer);

        Assert.Equal("900-003", (await inspector.PostAsync("qualitycontrol/{0}/forcerest/2001/60/1")).RetCode);
    }
}
