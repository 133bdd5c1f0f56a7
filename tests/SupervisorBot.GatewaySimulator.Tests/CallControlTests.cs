namespace SupervisorBot.GatewaySimulator.Tests;

public sealed class CallControlTests
{
    [Theory]
    [InlineData("DELETE", "voicecall/{0}/release")]
    [InlineData("DELETE", "voicecall/{0}")]
    [InlineData("POST", "voicecall/{0}/dropcall/CALL")]
    [InlineData("POST", "qualitycontrol/{0}/forcedropcall/CALL")]
    public async Task The_inspector_hangs_up(string method, string path)
    {
        await using var gateway = await Gateway.StartAsync();
        var (inspector, callId) = await TakeOverAsync(gateway);
        path = path.Replace("CALL", callId, StringComparison.Ordinal);

        var answer = method == "POST" ? await inspector.PostAsync(path) : await inspector.DeleteAsync(path);

        Assert.Equal("0", answer.RetCode);
        Assert.Equal(
            ["AgentEvent_Call_Release", "AgentEvent_Customer_Release", "AgentOther_PhoneRelease", "AgentState_Ready", "AgentMediaEvent_StopRecordDone"],
            await inspector.EventsAsync());
        Assert.Empty(gateway.Centre.Calls);
        Assert.Equal("200-017", (await inspector.DeleteAsync("voicecall/{0}/release")).RetCode);
        Assert.Equal("200-025", (await inspector.PostAsync($"voicecall/{{0}}/dropcall/{callId}")).RetCode);
    }

    [Fact]
    public async Task The_customer_hangs_up()
    {
        await using var gateway = await Gateway.StartAsync();
        var (inspector, callId) = await TakeOverAsync(gateway);

        gateway.Centre.EndCall(callId);
        var told = await inspector.AnswersAsync();

        Assert.Equal(
            ["AgentEvent_Customer_Release", "AgentEvent_Call_Release", "AgentOther_PhoneRelease", "AgentState_Ready", "AgentMediaEvent_StopRecordDone"],
            told.Select(answer => answer.EventType));
        Assert.Equal(callId, (string?)told[0].Json["event"]!["content"]!["callid"]);
        Assert.Equal(callId, (string?)told[1].Json["event"]!["content"]);
        Assert.Equal(3, (int?)told[2].Json["event"]!["content"]!["phoneState"]);
    }

    [Fact]
    public async Task Hold_and_taking_back()
    {
        await using var gateway = await Gateway.StartAsync();
        var (inspector, callId) = await TakeOverAsync(gateway);

        Assert.Equal("200-015", (await inspector.PostAsync("voicecall/{0}/gethold")).RetCode);
        Assert.Equal("400-003", (await inspector.GetAsync("calldata/{0}/holdlist")).RetCode);
        Assert.Equal("0", (await inspector.PostAsync("voicecall/{0}/hold")).RetCode);
        Assert.Equal("200-014", (await inspector.PostAsync("voicecall/{0}/hold")).RetCode);
        Assert.Equal(callId, (string?)(await inspector.GetAsync("calldata/{0}/holdlist")).Result![0]!["callid"]);
        Assert.Equal("200-015", (await inspector.PostAsync("voicecall/{0}/gethold?callid=1-1")).RetCode);
        Assert.Equal("0", (await inspector.PostAsync($"voicecall/{{0}}/gethold?callid={callId}")).RetCode);
        var told = await inspector.AnswersAsync();

        Assert.Equal(["AgentEvent_Hold", "AgentEvent_Talking"], told.Select(answer => answer.EventType));
        Assert.Equal(callId, (string?)told[0].Json["event"]!["content"]);
    }

    [Fact]
    public async Task Mute_knows_its_state()
    {
        await using var gateway = await Gateway.StartAsync();
        var inspector = await gateway.SignInAsync(1001);
        Assert.Equal("200-003", (await inspector.PostAsync("voicecall/{0}/beginmute")).RetCode);
        await inspector.DeleteAsync("onlineagent/{0}/forcelogout");
        (inspector, _) = await TakeOverAsync(gateway);

        Assert.Equal("200-008", (await inspector.PostAsync("voicecall/{0}/endmute")).RetCode);
        Assert.Equal("0", (await inspector.PostAsync("voicecall/{0}/beginmute")).RetCode);
        Assert.True(gateway.Centre.Calls.Single().Muted);
        Assert.Equal("200-004", (await inspector.PostAsync("voicecall/{0}/beginmute")).RetCode);
        Assert.Equal("0", (await inspector.PostAsync("voicecall/{0}/endmute")).RetCode);
    }

    [Theory]
    [InlineData("""{"devicetype":2,"address":"2002","mode":0}""", 2002)]
    [InlineData("""{"devicetype":"5","address":"12025550100","mode":"1"}""", null)]
    public async Task A_transfer_takes_the_call_away(string body, int? receiver)
    {
        await using var gateway = await Gateway.StartAsync();
        var (inspector, callId) = await TakeOverAsync(gateway);

        Assert.Equal("0", (await inspector.PostAsync("voicecall/{0}/transfer", body)).RetCode);

        Assert.Equal(AgentState.Idle, gateway.Centre.FindAgent(1001)!.State);
        Assert.Equal(receiver is { } to ? [(to, callId)] : [], gateway.Centre.Calls.Select(call => (call.WorkNo, call.CallId)));
        Assert.Equal("200-012", (await inspector.PostAsync("voicecall/{0}/transfer", body)).RetCode);
    }

    [Fact]
    public async Task Whoever_takes_a_transferred_call_is_told_of_it_as_of_any_other()
    {
        await using var gateway = await Gateway.StartAsync();
        var receiver = await gateway.SignInAsync(2002);
        var (inspector, callId) = await TakeOverAsync(gateway);

        Assert.Equal("0", (await inspector.PostAsync("voicecall/{0}/transfer", """{"devicetype":2,"address":"2002","mode":2}""")).RetCode);

        Assert.Equal(
            ["AgentEvent_Call_Release", "AgentOther_PhoneRelease", "AgentState_Ready", "AgentMediaEvent_StopRecordDone"], await inspector.EventsAsync());
        var told = await receiver.AnswersAsync();
        var talking = told.Single(answer => answer.EventType == "AgentEvent_Talking");
        Assert.Equal(callId, (string?)talking.Json["event"]!["content"]!["callid"]);
        Assert.Equal(Gateway.Customer, (string?)talking.Json["event"]!["content"]!["caller"]);
    }

    [Fact]
    public async Task A_successful_transfer_that_nobody_can_take_leaves_the_call_where_it_is()
    {
        await using var gateway = await Gateway.StartAsync();
        var (inspector, callId) = await TakeOverAsync(gateway);
        gateway.Centre.StartCall(2002, "12025550123");

        Assert.Equal("0", (await inspector.PostAsync("voicecall/{0}/transfer", """{"devicetype":2,"address":"2002","mode":2}""")).RetCode);

        Assert.Equal(1001, gateway.Centre.Calls.Single(call => call.CallId == callId).WorkNo);
        Assert.Empty(await inspector.EventsAsync());
    }

    [Fact]
    public async Task A_customer_waits_in_a_queue_for_its_next_idle_agent()
    {
        await using var gateway = await Gateway.StartAsync();
        var (inspector, callId) = await TakeOverAsync(gateway);
        Assert.Equal("000-002", (await inspector.PostAsync("voicecall/{0}/transfer", """{"devicetype":1,"address":"99","mode":0}""")).RetCode);
        var billing = gateway.Centre.Agents.Where(agent => agent is { Group: "Billing", Vcc: 1 }).Select(agent => agent.WorkNo).ToList();
        var busy = billing.Select((workNo, i) => gateway.Centre.StartCall(workNo, $"1202555{i:D4}")).ToList();

        Assert.Equal("0", (await inspector.PostAsync("voicecall/{0}/transfer", """{"devicetype":1,"address":"12","mode":0}""")).RetCode);
        Assert.Equal(1, gateway.Centre.QueuedCustomers);
        Assert.DoesNotContain(gateway.Centre.Calls, call => call.CallId == callId);

        gateway.Centre.EndCall(busy[1]);
        Assert.Equal(billing[1], gateway.Centre.Calls.Single(call => call.CallId == callId).WorkNo);
        Assert.Equal(0, gateway.Centre.QueuedCustomers);
    }

    [Theory]
    [InlineData("")]
    [InlineData("""{"devicetype":9,"address":"2002","mode":0}""")]
    [InlineData("""{"devicetype":2,"address":"2002","mode":1}""")]
    [InlineData("""{"devicetype":2,"mode":0}""")]
    public async Task A_transfer_with_a_bad_body_is_refused(string body)
    {
        await using var gateway = await Gateway.StartAsync();
        var (inspector, _) = await TakeOverAsync(gateway);

        Assert.Equal("000-002", (await inspector.PostAsync("voicecall/{0}/transfer", body)).RetCode);
    }

    [Fact]
    public async Task Connecting_with_a_held_call_leaves_both_to_the_customers()
    {
        await using var gateway = await Gateway.StartAsync();
        var agent = await gateway.SignInAsync(2001);
        var held = gateway.Centre.StartCall(2001, Gateway.Customer);
        Assert.Equal("200-006", (await agent.PostAsync($"voicecall/{{0}}/connecthold/{held}")).RetCode);
        await agent.PostAsync("voicecall/{0}/hold");
        Assert.Equal("200-005", (await agent.PostAsync($"voicecall/{{0}}/connecthold/{held}")).RetCode);
        gateway.Centre.StartCall(2001, "12025550123");
        Assert.Equal("200-016", (await agent.PostAsync("voicecall/{0}/gethold")).RetCode);

        Assert.Equal("0", (await agent.PostAsync($"voicecall/{{0}}/connecthold/{held}")).RetCode);
        Assert.Equal(AgentState.Idle, gateway.Centre.FindAgent(2001)!.State);
    }

    [Fact]
    public async Task Without_automatic_idling_a_call_ends_in_wrap_up()
    {
        await using var gateway = await Gateway.StartAsync();
        var agent = await gateway.SignInAsync(2001);
        await agent.PostAsync("onlineagent/{0}/autoenteridle/false");
        var callId = gateway.Centre.StartCall(2001, Gateway.Customer);
        await agent.EventsAsync();

        gateway.Centre.EndCall(callId);

        Assert.Contains("AgentState_Work", await agent.EventsAsync());
        Assert.Equal("0", (await agent.PostAsync("onlineagent/{0}/cancelwork")).RetCode);
        Assert.Equal(AgentState.Idle, gateway.Centre.FindAgent(2001)!.State);
    }

    private static async Task<(Person Inspector, string CallId)> TakeOverAsync(Gateway gateway)
    {
        var (inspector, callId) = await gateway.ListenAsync();
        Assert.Equal("0", (await inspector.PutAsync($"qualitycontrol/{{0}}/intercept/2001/{callId}")).RetCode);
        await inspector.EventsAsync();
        return (inspector, callId);
    }
}
