using Microsoft.Extensions.Time.Testing;

namespace SupervisorBot.GatewaySimulator.Tests;

public sealed class InterceptTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_inspector_takes_the_call_and_both_sides_are_told_in_order(bool withCallId)
    {
        await using var gateway = await Gateway.StartAsync();
        var agent = await gateway.SignInAsync(2001);
        var (inspector, callId) = await gateway.ListenAsync();
        await agent.EventsAsync();

        var answer = await inspector.PutAsync("qualitycontrol/{0}/intercept/2001" + (withCallId ? $"/{callId}" : ""));
        var toInspector = await inspector.AnswersAsync();
        var toAgent = await agent.AnswersAsync();

        Assert.Equal("""{"message":"","retcode":"0","result":{}}""", answer.Body);
        Assert.Equal(["AgentEvent_Talking", "AgentMediaEvent_Record"], toInspector.Select(told => told.EventType));
        var talking = toInspector[0].Json["event"]!["content"]!;
        Assert.Equal(
            $$"""{"caller":"{{Gateway.Customer}}","called":"4008880000","callid":"{{callId}}","type":"main","feature":"0","mediaAbility":"1"}""",
            talking.ToJsonString());
        Assert.Equal(callId, (string?)toInspector[1].Json["event"]!["content"]!["callId"]);
        Assert.Equal(
            ["AgentState_Ready", "AgentOther_PhoneRelease", "AgentEvent_Call_Release", "AgentEvent_Customer_Release"],
            toAgent.Select(told => told.EventType));
        Assert.Equal(callId, (string?)toAgent[2].Json["event"]!["content"]);
        Assert.Equal(Gateway.Customer, (string?)toAgent[3].Json["event"]!["content"]!["number"]);
        Assert.Equal(AgentState.Idle, gateway.Centre.FindAgent(2001)!.State);
        var call = Assert.Single(gateway.Centre.Calls);
        Assert.Equal((1001, 2001, callId), (call.WorkNo, call.TakenFrom!.Value, call.CallId));
    }

    [Fact]
    public async Task Inserting_and_whispering_inspectors_may_intercept_too()
    {
        await using var gateway = await Gateway.StartAsync();
        var inserting = await gateway.SignInAsync(1001);
        var whispering = await gateway.SignInAsync(1002);
        gateway.Centre.StartCall(2001, Gateway.Customer);
        gateway.Centre.StartCall(2002, Gateway.Customer, CallDirection.Outbound);
        await inserting.PutAsync("qualitycontrol/{0}/addinsert/2001");
        await whispering.PostAsync("qualitycontrol/{0}/requestwhisperagent?whisperagentid=2002");

        Assert.Equal("0", (await inserting.PutAsync("qualitycontrol/{0}/intercept/2001")).RetCode);
        Assert.Equal("0", (await whispering.PutAsync("qualitycontrol/{0}/intercept/2002")).RetCode);

        var talking = (await whispering.AnswersAsync()).Single(told => told.EventType == "AgentEvent_Talking").Json["event"]!["content"]!;
        Assert.Equal(("7", Gateway.Customer), ((string?)talking["feature"], (string?)talking["called"]));
    }

    [Theory]
    [InlineData(1001, "2001", "900-003", "not monitoring anybody")]
    [InlineData(1001, "9001", "900-002", "another VCC")]
    [InlineData(1001, "5555", "900-002", "nobody's number")]
    [InlineData(1001, "1002", "900-002", "an inspector")]
    [InlineData(2002, "2001", "900-002", "no inspection right")]
    public async Task Intercept_is_refused_only_with_its_own_codes(int callerId, string workNo, string code, string why)
    {
        await using var gateway = await Gateway.StartAsync();
        var caller = await gateway.SignInAsync(callerId);
        var callId = gateway.Centre.StartCall(2001, Gateway.Customer);
        gateway.Centre.StartCall(9001, Gateway.Customer);

        var answer = await caller.PutAsync($"qualitycontrol/{{0}}/intercept/{workNo}/{callId}");

        Assert.True(answer.RetCode == code, $"{why}: {answer.RetCode}");
        Assert.Equal(2001, gateway.Centre.Calls.Single(call => call.CallId == callId).WorkNo);
    }

    [Fact]
    public async Task Monitoring_one_agent_gives_no_right_to_anothers_call()
    {
        await using var gateway = await Gateway.StartAsync();
        var (inspector, _) = await gateway.ListenAsync();
        var other = gateway.Centre.StartCall(2002, Gateway.Customer);

        Assert.Equal("900-003", (await inspector.PutAsync($"qualitycontrol/{{0}}/intercept/2002/{other}")).RetCode);
        Assert.Equal("900-003", (await inspector.PutAsync($"qualitycontrol/{{0}}/intercept/2001/{other}")).RetCode);
    }

    [Fact]
    public async Task A_call_that_is_gone_cannot_be_intercepted()
    {
        await using var gateway = await Gateway.StartAsync(options => options.KeepMonitoringAfterCall = true);
        var (inspector, callId) = await gateway.ListenAsync();
        gateway.Centre.EndCall(callId);
        var next = gateway.Centre.StartCall(2001, Gateway.Customer);

        Assert.Equal("900-003", (await inspector.PutAsync($"qualitycontrol/{{0}}/intercept/2001/{callId}")).RetCode);
        Assert.Equal(2001, gateway.Centre.Calls.Single(call => call.CallId == next).WorkNo);
    }

    [Fact]
    public async Task A_call_that_ends_just_before_is_gone_and_the_leg_with_it()
    {
        await using var gateway = await Gateway.StartAsync();
        var (inspector, callId) = await gateway.ListenAsync();
        gateway.Host.Faults.Add(new Fault { Kind = FaultKind.CallEndsJustBefore, Operation = "intercept" });

        Assert.Equal("900-003", (await inspector.PutAsync($"qualitycontrol/{{0}}/intercept/2001/{callId}")).RetCode);
        Assert.Equal(["AgentOther_PhoneRelease", "AgentState_Ready"], await inspector.EventsAsync());
    }

    [Fact]
    public async Task Only_one_of_two_inspectors_gets_the_call_and_the_other_loses_the_leg()
    {
        await using var gateway = await Gateway.StartAsync();
        var (first, callId) = await gateway.ListenAsync();
        var (second, _) = await gateway.ListenAsync(1002);

        var answers = await Task.WhenAll(
            first.PutAsync($"qualitycontrol/{{0}}/intercept/2001/{callId}"),
            second.PutAsync($"qualitycontrol/{{0}}/intercept/2001/{callId}"));

        Assert.Equal(["0", "900-003"], answers.Select(answer => answer.RetCode).Order());
        var loser = answers[0].RetCode == "0" ? second : first;
        Assert.Equal(["AgentOther_PhoneRelease", "AgentState_Ready"], await loser.EventsAsync());
        Assert.Equal(answers[0].RetCode == "0" ? 1001 : 1002, gateway.Centre.Calls.Single().WorkNo);
    }

    [Fact]
    public async Task A_second_intercept_of_the_same_inspector_is_refused()
    {
        await using var gateway = await Gateway.StartAsync();
        var (inspector, callId) = await gateway.ListenAsync();
        await inspector.PutAsync($"qualitycontrol/{{0}}/intercept/2001/{callId}");

        Assert.Equal("900-003", (await inspector.PutAsync($"qualitycontrol/{{0}}/intercept/2001/{callId}")).RetCode);
    }

    [Fact]
    public async Task Talking_comes_after_its_delay_and_not_at_all_if_the_customer_hangs_up_first()
    {
        var time = new FakeTimeProvider();
        await using var gateway = await Gateway.StartAsync(options => options.TalkingDelay = TimeSpan.FromSeconds(2), time);
        var (first, firstCall) = await gateway.ListenAsync();
        var second = await gateway.SignInAsync(1002);
        var secondCall = gateway.Centre.StartCall(2002, Gateway.Customer);
        await second.PutAsync("qualitycontrol/{0}/addsupervise/2002");
        await second.EventsAsync();

        await first.PutAsync($"qualitycontrol/{{0}}/intercept/2001/{firstCall}");
        await second.PutAsync($"qualitycontrol/{{0}}/intercept/2002/{secondCall}");
        var early = await first.EventsAsync();
        gateway.Centre.EndCall(secondCall);
        time.Advance(TimeSpan.FromSeconds(2));

        Assert.Empty(early);
        Assert.Equal(["AgentEvent_Talking", "AgentMediaEvent_Record"], await first.EventsAsync());
        Assert.Equal(
            ["AgentEvent_Customer_Release", "AgentEvent_Call_Release", "AgentOther_PhoneRelease", "AgentState_Ready"],
            await second.EventsAsync());
    }

    [Fact]
    public async Task The_call_gets_a_new_id_by_option()
    {
        await using var gateway = await Gateway.StartAsync(options => options.NewCallIdAfterIntercept = true);
        var (inspector, callId) = await gateway.ListenAsync();

        await inspector.PutAsync($"qualitycontrol/{{0}}/intercept/2001/{callId}");
        var talking = (await inspector.AnswersAsync())[0].Json["event"]!["content"]!;
        var info = await inspector.GetAsync($"calldata/{{0}}/callinfobycallid/{talking["callid"]}");

        Assert.NotEqual(callId, (string?)talking["callid"]);
        Assert.Equal(Gateway.Customer, (string?)info.Result!["caller"]);
        Assert.Equal("200-026", (await inspector.GetAsync($"calldata/{{0}}/callinfobycallid/{callId}")).RetCode);
    }

    [Fact]
    public async Task Nothing_is_recorded_by_option()
    {
        await using var gateway = await Gateway.StartAsync(options => options.RecordCalls = false);
        var (inspector, callId) = await gateway.ListenAsync();

        await inspector.PutAsync($"qualitycontrol/{{0}}/intercept/2001/{callId}");

        Assert.Equal(["AgentEvent_Talking"], await inspector.EventsAsync());
    }

    [Theory]
    [InlineData(true, "0")]
    [InlineData(false, "900-003")]
    public async Task A_held_call_can_be_intercepted_or_not_by_option(bool allowed, string code)
    {
        await using var gateway = await Gateway.StartAsync(options => options.InterceptHeldCalls = allowed);
        var (inspector, callId) = await gateway.ListenAsync();
        gateway.Centre.Hold(callId);

        Assert.Equal(code, (await inspector.PutAsync($"qualitycontrol/{{0}}/intercept/2001/{callId}")).RetCode);
        Assert.Equal(!allowed, gateway.Centre.Calls.Single().OnHold);
        Assert.Equal(allowed, (await inspector.EventsAsync()).Contains("AgentEvent_Talking"));
    }

    [Fact]
    public async Task One_of_several_calls_is_taken_and_the_agent_keeps_the_other()
    {
        await using var gateway = await Gateway.StartAsync();
        var held = gateway.Centre.StartCall(2001, Gateway.Customer);
        gateway.Centre.Hold(held);
        var active = gateway.Centre.StartCall(2001, "12025550123");
        var (inspector, _) = await gateway.ListenAsync();

        Assert.Equal("0", (await inspector.PutAsync($"qualitycontrol/{{0}}/intercept/2001/{held}")).RetCode);

        Assert.Equal([active], gateway.Centre.FindAgent(2001)!.CallIds);
        Assert.Equal(AgentState.Talking, gateway.Centre.FindAgent(2001)!.State);
        Assert.Equal([held], gateway.Centre.FindAgent(1001)!.CallIds);
    }

    [Fact]
    public async Task A_percent_encoded_call_id_is_decoded_as_one_segment()
    {
        await using var gateway = await Gateway.StartAsync();
        var (inspector, _) = await gateway.ListenAsync();

        var answer = await inspector.PutAsync("qualitycontrol/{0}/intercept/2001/a%2Fb%20c");

        Assert.Equal("900-003", answer.RetCode);
        Assert.Equal("a/b c", gateway.Host.RequestLog.Snapshot("intercept").Single().CallId);
    }
}
