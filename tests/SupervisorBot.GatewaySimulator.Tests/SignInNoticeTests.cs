namespace SupervisorBot.GatewaySimulator.Tests;

public sealed class SignInNoticeTests
{
    [Fact]
    public async Task Who_signs_in_with_listenStatus_is_told_of_the_sign_ins_and_sign_outs_of_their_centre_and_nobody_else_is()
    {
        await using var gateway = await Gateway.StartAsync();
        var answer = await gateway.TrySignInAsync(1001, more: ",\"listenStatus\":true");
        var observer = new Person(gateway, 1001, answer.Guid!);
        await observer.EventsAsync();
        var other = await gateway.SignInAsync(1002);

        Assert.True(gateway.Centre.SignOut(2003));
        Assert.True(gateway.Centre.SitDown(2003));
        Assert.False(gateway.Centre.SitDown(2003));
        Assert.True(gateway.Centre.SignOut(9001));

        var notices = (await observer.AnswersAsync()).Select(told => told.Json["event"]!).ToList();
        Assert.All(notices, notice => Assert.Equal("QC_AgentState_Notify", (string?)notice["eventType"]));
        Assert.Equal(["QC_AgentState_Logout", "QC_AgentState_Login"], notices.Select(notice => (string?)notice["content"]!["subtype"]));
        Assert.All(notices, notice => Assert.Equal("2003", (string?)notice["content"]!["monitoredagent"]));
        Assert.Empty(await other.EventsAsync());
    }

    [Fact]
    public async Task An_inspector_reads_which_of_an_agent_s_calls_are_on_hold()
    {
        await using var gateway = await Gateway.StartAsync();
        var inspector = await gateway.SignInAsync(1001);
        var callId = gateway.Centre.StartCall(2001, Gateway.Customer);
        Assert.Equal("400-003", (await inspector.GetAsync("calldata/{0}/holdlistex/2001")).RetCode);
        Assert.True(gateway.Centre.Hold(callId));

        var held = await inspector.GetAsync("calldata/{0}/holdlistex/2001");
        Assert.Equal(callId, (string?)held.Json["result"]![0]!["callid"]);
        Assert.Equal("900-002", (await inspector.GetAsync("calldata/{0}/holdlistex/9001")).RetCode);
    }

    [Fact]
    public async Task An_agent_who_is_in_no_call_is_put_into_another_state()
    {
        await using var gateway = await Gateway.StartAsync();
        Assert.True(gateway.Centre.SetState(2001, AgentState.Busy));
        Assert.Equal(AgentState.Busy, gateway.Centre.FindAgent(2001)!.State);
        gateway.Centre.StartCall(2002, Gateway.Customer);
        Assert.False(gateway.Centre.SetState(2002, AgentState.Idle));
        Assert.Throws<ArgumentOutOfRangeException>(() => gateway.Centre.SetState(2001, AgentState.Talking));
    }
}
