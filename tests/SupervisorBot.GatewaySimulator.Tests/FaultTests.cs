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
}
