using System.Net;
using System.Text;
using Microsoft.Extensions.Time.Testing;

namespace SupervisorBot.GatewaySimulator.Tests;

public sealed class FaultTests
{
    [Fact]
    public async Task A_chosen_code_strikes_the_next_calls_of_its_operation_only()
    {
        await using var gateway = await Gateway.StartAsync();
        var (inspector, callId) = await gateway.ListenAsync();
        gateway.Host.Faults.Add(new Fault { Kind = FaultKind.RetCode, Operation = "intercept", RetCode = "900-001", Times = 2 });

        Assert.Equal("0", (await inspector.GetAsync("onlineagent/{0}/agentstatus")).RetCode);
        Assert.Equal("900-001", (await inspector.PutAsync($"qualitycontrol/{{0}}/intercept/2001/{callId}")).RetCode);
        Assert.Equal("900-001", (await inspector.PutAsync("qualitycontrol/{0}/intercept/2001")).RetCode);
        Assert.Equal(2001, gateway.Centre.Calls.Single().WorkNo);
        Assert.Equal("0", (await inspector.PutAsync($"qualitycontrol/{{0}}/intercept/2001/{callId}")).RetCode);
        Assert.Empty(gateway.Host.Faults.Waiting);
    }

    [Fact]
    public async Task The_checks_come_before_a_chosen_code()
    {
        await using var gateway = await Gateway.StartAsync();
        gateway.Host.Faults.Add(new Fault { Kind = FaultKind.RetCode, Operation = "intercept", RetCode = "900-001" });

        Assert.Equal("000-003", (await gateway.SendAsync("PUT", "qualitycontrol/1001/intercept/2001/1-1")).RetCode);
        Assert.Equal("100-006", (await gateway.SendAsync("PUT", "qualitycontrol/1001/intercept/2001/1-1", "old")).RetCode);
        Assert.Single(gateway.Host.Faults.Waiting);
    }

    [Fact]
    public async Task A_fault_can_be_meant_for_one_inspector()
    {
        await using var gateway = await Gateway.StartAsync();
        var first = await gateway.SignInAsync(1001);
        var second = await gateway.SignInAsync(1002);
        gateway.Host.Faults.Add(new Fault { Kind = FaultKind.RetCode, AgentId = 1002 });

        Assert.Equal("0", (await first.GetAsync("onlineagent/{0}/agentstatus")).RetCode);
        Assert.Equal("100-007", (await second.GetAsync("onlineagent/{0}/agentstatus")).RetCode);
    }

    [Theory]
    [InlineData(false, 2001)]
    [InlineData(true, 1001)]
    public async Task A_dropped_connection_leaves_the_intercept_undone_or_done(bool afterActing, int talker)
    {
        await using var gateway = await Gateway.StartAsync();
        var (inspector, callId) = await gateway.ListenAsync();
        gateway.Host.Faults.Add(new Fault { Kind = FaultKind.Drop, Operation = "intercept", AfterActing = afterActing, Times = 1 });

        await Assert.ThrowsAsync<HttpRequestException>(() => inspector.PutAsync($"qualitycontrol/{{0}}/intercept/2001/{callId}"));

        var record = await gateway.Host.RequestLog.WaitForAsync(
            known => known is { Operation: "intercept", Outcome: "dropped" }, Gateway.Limit, TestContext.Current.CancellationToken);
        Assert.Null(record.Status);
        Assert.Equal(afterActing ? ["Drop after acting"] : ["Drop"], record.Faults);
        Assert.Single(gateway.Host.RequestLog.Snapshot("intercept"));
        Assert.Equal(talker, gateway.Centre.Calls.Single().WorkNo);
    }

    [Fact]
    public async Task A_delay_holds_the_answer_back_before_or_after_acting()
    {
        var time = new FakeTimeProvider();
        await using var gateway = await Gateway.StartAsync(time: time);
        var (inspector, callId) = await gateway.ListenAsync();
        gateway.Host.Faults.Add(new Fault { Kind = FaultKind.Delay, Operation = "intercept", DelayMilliseconds = 5000, AfterActing = true });

        var slow = inspector.PutAsync($"qualitycontrol/{{0}}/intercept/2001/{callId}");
        await Eventually.HoldsAsync(() => gateway.Centre.Calls.Single().WorkNo == 1001);
        Assert.False(slow.IsCompleted);
        await Eventually.HoldsAsync(() =>
        {
            time.Advance(TimeSpan.FromSeconds(1));
            return slow.IsCompleted;
        });

        Assert.Equal("0", (await slow).RetCode);
    }

    [Fact]
    public async Task A_server_error_is_no_envelope()
    {
        await using var gateway = await Gateway.StartAsync();
        var inspector = await gateway.SignInAsync(1001);
        gateway.Host.Faults.Add(new Fault { Kind = FaultKind.Status, Operation = "agentStatus", Status = 502 });

        var answer = await inspector.GetAsync("onlineagent/{0}/agentstatus");

        Assert.Equal(HttpStatusCode.BadGateway, answer.Status);
        Assert.StartsWith("<html>", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_json_is_answered_with_200()
    {
        await using var gateway = await Gateway.StartAsync();
        var inspector = await gateway.SignInAsync(1001);
        gateway.Host.Faults.Add(new Fault { Kind = FaultKind.WrongJson });

        var answer = await inspector.GetAsync("onlineagent/{0}/agentstatus");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.ThrowsAny<System.Text.Json.JsonException>(() => answer.Json);
    }

    [Fact]
    public async Task Gbk_is_declared_and_meant()
    {
        await using var gateway = await Gateway.StartAsync();
        var inspector = await gateway.SignInAsync(1001);
        gateway.Host.Faults.Add(new Fault { Kind = FaultKind.Gbk, Operation = "queryAgentByWorkNo" });
        using var client = new HttpClient(Gateway.TrustOnly(gateway.Host.CertificatePem)) { BaseAddress = gateway.Host.BaseAddress };
        client.DefaultRequestHeaders.Add("Guid", inspector.Guid);

        using var response = await client.GetAsync(new Uri("agentgroup/1001/agentbyworkno/2013", UriKind.Relative), TestContext.Current.CancellationToken);
        var bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        Assert.Equal("GBK", response.Content.Headers.ContentType!.CharSet);
        Assert.Contains("赵美琳", CodePagesEncodingProvider.Instance.GetEncoding("gbk")!.GetString(bytes), StringComparison.Ordinal);
        Assert.DoesNotContain("赵美琳", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Trailing_nuls_come_with_the_next_event()
    {
        await using var gateway = await Gateway.StartAsync();
        var (inspector, callId) = await gateway.ListenAsync();
        gateway.Host.Faults.Add(new Fault { Kind = FaultKind.TrailingNuls });
        await inspector.PollAsync();
        await inspector.PutAsync($"qualitycontrol/{{0}}/intercept/2001/{callId}");

        var answer = await inspector.PollAsync();

        Assert.Contains($"\"callid\":\"{callId}\\u0000\\u0000\"", answer.Body, StringComparison.Ordinal);
        Assert.Empty(gateway.Host.Faults.Waiting);
    }

    [Fact]
    public async Task An_intercept_can_be_carried_out_without_talking_or_not_at_all()
    {
        await using var gateway = await Gateway.StartAsync();
        var (inspector, callId) = await gateway.ListenAsync();
        gateway.Host.Faults.Add(new Fault { Kind = FaultKind.InterceptNotCarriedOut, Operation = "intercept" });

        Assert.Equal("0", (await inspector.PutAsync($"qualitycontrol/{{0}}/intercept/2001/{callId}")).RetCode);
        Assert.Equal(2001, gateway.Centre.Calls.Single().WorkNo);
        gateway.Host.Faults.Add(new Fault { Kind = FaultKind.NoTalkingEvent, Operation = "intercept" });
        Assert.Equal("0", (await inspector.PutAsync($"qualitycontrol/{{0}}/intercept/2001/{callId}")).RetCode);

        Assert.Equal(1001, gateway.Centre.Calls.Single().WorkNo);
        Assert.Empty(await inspector.EventsAsync());
        Assert.True((bool?)(await inspector.GetAsync("onlineagent/{0}/agentstatus")).Result!["isWorking"]);
        Assert.Equal($"[\"{callId}\"]", (await inspector.GetAsync("calldata/{0}/allcallid")).Result!.ToJsonString());
    }

    [Fact]
    public async Task A_fault_can_wait_for_the_nth_call_and_strike_all_that_follow()
    {
        await using var gateway = await Gateway.StartAsync();
        var inspector = await gateway.SignInAsync(1001);
        gateway.Host.Faults.Add(new Fault { Kind = FaultKind.RetCode, Operation = "agentStatus", Skip = 2, Times = Fault.Always });

        List<string?> codes = [];
        for (var i = 0; i < 5; i++)
        {
            codes.Add((await inspector.GetAsync("onlineagent/{0}/agentstatus")).RetCode);
        }

        Assert.Equal(["0", "0", "100-007", "100-007", "100-007"], codes);
        gateway.Host.Faults.Clear(FaultKind.RetCode, "agentStatus");
        Assert.Equal("0", (await inspector.GetAsync("onlineagent/{0}/agentstatus")).RetCode);
    }

    [Theory]
    [InlineData(false, 2001, null)]
    [InlineData(true, 1001, "0")]
    public async Task An_answer_that_never_comes_leaves_the_intercept_undone_or_done(bool afterActing, int talker, string? acted)
    {
        await using var gateway = await Gateway.StartAsync();
        var (inspector, callId) = await gateway.ListenAsync();
        gateway.Host.Faults.Add(new Fault { Kind = FaultKind.NeverAnswer, Operation = "intercept", AfterActing = afterActing });

        using (var givesUp = new CancellationTokenSource())
        {
            var call = inspector.InterceptAsync(callId, givesUp.Token);
            await Eventually.HoldsAsync(() => gateway.Host.Intercepts.Snapshot().Any(known => known.ActedRetCode == acted && gateway.Host.Faults.Waiting.Count == 0));
            Assert.False(call.IsCompleted);
            await givesUp.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        }

        await gateway.Host.RequestLog.WaitForAsync(known => known is { Operation: "intercept", Outcome: "abandoned" }, Gateway.Limit, TestContext.Current.CancellationToken);
        var record = Assert.Single(gateway.Host.Intercepts.Snapshot());
        Assert.Equal(("abandoned", acted, (int?)null), (record.Outcome, record.ActedRetCode, record.Status));
        Assert.Equal(talker, gateway.Centre.Calls.Single().WorkNo);
    }

    [Fact]
    public async Task The_gateway_acts_after_a_delay_even_if_its_client_has_gone()
    {
        await using var gateway = await Gateway.StartAsync();
        var (inspector, callId) = await gateway.ListenAsync();
        gateway.Host.Faults.Add(new Fault { Kind = FaultKind.Delay, Operation = "intercept", DelayMilliseconds = 300 });

        using var givesUp = new CancellationTokenSource();
        var call = inspector.InterceptAsync(callId, givesUp.Token);
        await Eventually.HoldsAsync(() => gateway.Host.Intercepts.Snapshot().Count == 1);
        await givesUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);

        await Eventually.HoldsAsync(() => gateway.Centre.Calls.Single().WorkNo == 1001);
        Assert.Equal("0", gateway.Host.Intercepts.Snapshot().Single().ActedRetCode);
    }

    [Fact]
    public async Task A_delayed_poll_whose_client_has_gone_takes_no_event()
    {
        await using var gateway = await Gateway.StartAsync();
        var inspector = await gateway.SignInAsync(1001);
        gateway.Host.Faults.Add(new Fault { Kind = FaultKind.Delay, Operation = "getAgentEvent", DelayMilliseconds = 300 });
        using (var client = gateway.ClientOf(gateway.Host.Nodes[0]))
        using (var givesUp = new CancellationTokenSource())
        {
            client.DefaultRequestHeaders.Add("Guid", inspector.Guid);
            var poll = client.GetAsync(new Uri("agentevent/1001", UriKind.Relative), givesUp.Token);
            await Eventually.HoldsAsync(() => gateway.Host.Faults.Waiting.Count == 0);
            await givesUp.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => poll);
        }

        gateway.Centre.Tell(1001, "AgentOther_Note");
        await gateway.Host.RequestLog.WaitForAsync(record => record.Outcome == "abandoned", Gateway.Limit, TestContext.Current.CancellationToken);

        Assert.Equal("AgentOther_Note", (await inspector.PollAsync()).EventType);
    }

    [Theory]
    [InlineData(false, 2001)]
    [InlineData(true, 1001)]
    public async Task An_answer_can_be_cut_half_way(bool afterActing, int talker)
    {
        await using var gateway = await Gateway.StartAsync();
        var (inspector, callId) = await gateway.ListenAsync();
        gateway.Host.Faults.Add(new Fault { Kind = FaultKind.CutHalfway, Operation = "intercept", AfterActing = afterActing });

        var broken = await Assert.ThrowsAnyAsync<Exception>(() => inspector.PutAsync($"qualitycontrol/{{0}}/intercept/2001/{callId}"));

        Assert.True(broken is HttpRequestException or IOException, broken.ToString());
        Assert.Equal(("cut", 200), (gateway.Host.Intercepts.Snapshot().Single().Outcome, gateway.Host.Intercepts.Snapshot().Single().Status));
        Assert.Equal(talker, gateway.Centre.Calls.Single().WorkNo);
    }

    [Fact]
    public async Task A_proxys_page_is_answered_with_200()
    {
        await using var gateway = await Gateway.StartAsync();
        var inspector = await gateway.SignInAsync(1001);
        gateway.Host.Faults.Add(new Fault { Kind = FaultKind.Html });

        var answer = await inspector.GetAsync("onlineagent/{0}/agentstatus");

        Assert.Equal(("text/html; charset=utf-8", HttpStatusCode.OK), (answer.ContentType, answer.Status));
        Assert.StartsWith("<!DOCTYPE html>", answer.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(FaultKind.GuidExpiresJustBefore, "000-003", true)]
    [InlineData(FaultKind.SignedOutJustBefore, "100-006", false)]
    [InlineData(FaultKind.SignedInElsewhereJustBefore, "000-003", true)]
    public async Task A_sign_in_can_end_between_two_calls(FaultKind kind, string code, bool isSignedIn)
    {
        await using var gateway = await Gateway.StartAsync();
        var (inspector, callId) = await gateway.ListenAsync();
        gateway.Host.Faults.Add(new Fault { Kind = kind, Operation = "intercept" });

        Assert.Equal("0", (await inspector.GetAsync("onlineagent/{0}/agentstatus")).RetCode);
        Assert.Equal(code, (await inspector.PutAsync($"qualitycontrol/{{0}}/intercept/2001/{callId}")).RetCode);
        Assert.Equal(code, (await inspector.PollAsync()).RetCode);

        Assert.Equal(isSignedIn, gateway.Centre.FindAgent(1001)!.SignedInOverHttp);
        Assert.Equal(kind == FaultKind.GuidExpiresJustBefore, gateway.Host.Polls.Find(1001)!.IsSignedIn);
        Assert.Equal(2001, gateway.Centre.Calls.Single().WorkNo);
    }

    [Fact]
    public async Task The_agent_can_hang_up_first()
    {
        await using var gateway = await Gateway.StartAsync();
        var (inspector, callId) = await gateway.ListenAsync();
        gateway.Host.Faults.Add(new Fault { Kind = FaultKind.AgentHangsUpJustBefore, Operation = "intercept" });

        Assert.Equal("900-003", (await inspector.PutAsync($"qualitycontrol/{{0}}/intercept/2001/{callId}")).RetCode);

        Assert.Empty(gateway.Centre.Calls);
        Assert.Contains(gateway.Centre.Events, told => told is { WorkNo: 2001, EventType: "AgentOther_PhoneRelease", Content: """{"phoneState":2}""" });
    }

    [Theory]
    [InlineData(null, 2002)]
    [InlineData(2005, 2005)]
    public async Task The_call_can_be_transferred_meanwhile(int? to, int talker)
    {
        await using var gateway = await Gateway.StartAsync();
        var (inspector, callId) = await gateway.ListenAsync();
        gateway.Host.Faults.Add(new Fault { Kind = FaultKind.CallTransferredJustBefore, Operation = "intercept", OtherWorkNo = to });

        Assert.Equal("900-003", (await inspector.PutAsync($"qualitycontrol/{{0}}/intercept/2001/{callId}")).RetCode);

        Assert.Equal((callId, talker), (gateway.Centre.Calls.Single().CallId, gateway.Centre.Calls.Single().WorkNo));
    }

    [Fact]
    public async Task Another_inspector_can_be_first()
    {
        await using var gateway = await Gateway.StartAsync();
        var (inspector, callId) = await gateway.ListenAsync();
        gateway.Host.Faults.Add(new Fault { Kind = FaultKind.OtherInspectorJustBefore, Operation = "intercept", OtherWorkNo = 1003 });

        Assert.Equal("900-003", (await inspector.PutAsync($"qualitycontrol/{{0}}/intercept/2001/{callId}")).RetCode);

        Assert.Equal((1003, 2001), (gateway.Centre.Calls.Single().WorkNo, gateway.Centre.Calls.Single().TakenFrom));
        Assert.Equal(["AgentOther_PhoneRelease", "AgentState_Ready"], await inspector.EventsAsync());
    }

    [Fact]
    public async Task The_customer_can_hang_up_between_the_intercept_and_its_talk()
    {
        await using var gateway = await Gateway.StartAsync(options => options.TalkingDelay = TimeSpan.FromMilliseconds(50));
        var (inspector, callId) = await gateway.ListenAsync();
        gateway.Host.Faults.Add(new Fault { Kind = FaultKind.CallEndsJustAfter, Operation = "intercept" });

        Assert.Equal("0", (await inspector.PutAsync($"qualitycontrol/{{0}}/intercept/2001/{callId}")).RetCode);

        Assert.Empty(gateway.Centre.Calls);
        Assert.Equal(["AgentEvent_Customer_Release", "AgentEvent_Call_Release", "AgentOther_PhoneRelease", "AgentState_Ready"], await inspector.EventsAsync());
    }

    [Fact]
    public async Task Another_inspector_is_found_even_where_there_is_none()
    {
        await using var gateway = await Gateway.StartAsync(options => options.Inspectors.Add(new SimulatedInspector { AgentId = 1001 }));
        var (inspector, callId) = await gateway.ListenAsync();
        gateway.Host.Faults.Add(new Fault { Kind = FaultKind.OtherInspectorJustBefore, Operation = "intercept" });

        Assert.Equal("900-003", (await inspector.PutAsync($"qualitycontrol/{{0}}/intercept/2001/{callId}")).RetCode);

        Assert.Equal(999_999, gateway.Centre.Calls.Single().WorkNo);
    }

    [Fact]
    public async Task A_fault_can_be_meant_for_one_node()
    {
        await using var gateway = await Gateway.StartAsync(options => options.SecondPort = 0);
        using var second = gateway.ClientOf(gateway.Host.Nodes[1]);
        var inspector = await gateway.SignInAsync(1001);
        gateway.Host.Faults.Add(new Fault { Kind = FaultKind.Status, Node = 1, Times = Fault.Always });

        Assert.Equal(HttpStatusCode.OK, (await inspector.GetAsync("onlineagent/{0}/agentstatus")).Status);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await gateway.SendAsync("GET", "onlineagent/1001/agentstatus", inspector.Guid, through: second)).Status);
    }

    [Fact]
    public async Task A_guid_that_lapses_under_an_open_poll_is_renewed_by_its_answer()
    {
        await using var gateway = await Gateway.StartAsync();
        var inspector = await gateway.SignInAsync(1001);
        gateway.Host.Options.PollWait = TimeSpan.FromMinutes(5);
        var poll = inspector.PollAsync();
        await Eventually.HoldsAsync(() => gateway.Centre.FindAgent(1001)!.IsPolled);

        gateway.Centre.ExpireGuid(1001);
        Assert.Equal("000-003", (await inspector.GetAsync("onlineagent/{0}/agentstatus")).RetCode);
        gateway.Centre.Tell(1001, "AgentOther_Note");
        inspector.Guid = (await poll).Guid!;

        Assert.Equal("0", (await inspector.GetAsync("onlineagent/{0}/agentstatus")).RetCode);
    }
}
