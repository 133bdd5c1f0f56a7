using Microsoft.Extensions.Time.Testing;

namespace SupervisorBot.GatewaySimulator.Tests;

public sealed class PollTests
{
    [Fact]
    public async Task An_empty_poll_has_no_event_member_at_all()
    {
        await using var gateway = await Gateway.StartAsync();
        var inspector = await gateway.SignInAsync(1001);

        Assert.Equal("""{"message":"","retcode":"0"}""", (await inspector.PollAsync()).Body);
    }

    [Fact]
    public async Task A_poll_waits_ten_seconds_and_then_answers_without_an_event()
    {
        var time = new FakeTimeProvider();
        await using var gateway = await Gateway.StartAsync(time: time);
        var inspector = await gateway.SignInAsync(1001);
        gateway.Host.Options.PollWait = TimeSpan.FromSeconds(10);

        var poll = inspector.PollAsync();
        await PollIsOpenAsync(gateway, 1001);
        time.Advance(TimeSpan.FromSeconds(9));
        Assert.False(poll.IsCompleted);
        // The wait may have begun only after the first step of the clock.
        await Eventually.HoldsAsync(() =>
        {
            time.Advance(TimeSpan.FromSeconds(1));
            return poll.IsCompleted;
        });

        Assert.Equal("""{"message":"","retcode":"0"}""", (await poll).Body);
    }

    [Fact]
    public async Task An_event_ends_the_wait_and_comes_alone()
    {
        await using var gateway = await Gateway.StartAsync();
        var agent = await gateway.SignInAsync(2001);
        gateway.Host.Options.PollWait = TimeSpan.FromMinutes(5);

        var poll = agent.PollAsync();
        await PollIsOpenAsync(gateway, 2001);
        var callId = gateway.Centre.StartCall(2001, Gateway.Customer);
        var first = await poll.WaitAsync(Gateway.Limit, TestContext.Current.CancellationToken);
        gateway.Host.Options.PollWait = TimeSpan.Zero;
        var rest = await agent.AnswersAsync();

        Assert.Equal("AgentState_Busy", first.EventType);
        Assert.Equal("2001", (string?)first.Json["event"]!["workNo"]);
        Assert.True((long?)first.Json["event"]!["eventGenTime"] > 0);
        Assert.Equal(
            ["AgentEvent_Auto_Answer", "AgentOther_PhoneAlerting", "AgentOther_PhoneOffhook", "AgentEvent_Talking", "AgentMediaEvent_Record"],
            rest.Select(answer => answer.EventType));
        Assert.Equal(callId, (string?)rest[3].Json["event"]!["content"]!["callid"]);
        Assert.Equal(callId, (string?)rest[4].Json["event"]!["content"]!["callId"]);
    }

    [Fact]
    public async Task A_second_poll_is_refused_while_one_is_under_way()
    {
        await using var gateway = await Gateway.StartAsync();
        var agent = await gateway.SignInAsync(2001);
        gateway.Host.Options.PollWait = TimeSpan.FromMinutes(5);

        var poll = agent.PollAsync();
        await PollIsOpenAsync(gateway, 2001);
        var second = await agent.PollAsync();
        gateway.Centre.StartCall(2001, Gateway.Customer);

        Assert.Equal("000-007", second.RetCode);
        Assert.Equal("AgentState_Busy", (await poll).EventType);
    }

    [Fact]
    public async Task A_poll_that_the_client_gave_up_loses_no_event()
    {
        await using var gateway = await Gateway.StartAsync();
        var agent = await gateway.SignInAsync(2001);
        gateway.Host.Options.PollWait = TimeSpan.FromMinutes(5);
        using (var impatient = new HttpClient(Gateway.TrustOnly(gateway.Host.CertificatePem)) { BaseAddress = gateway.Host.BaseAddress })
        using (var givesUp = new CancellationTokenSource())
        {
            impatient.DefaultRequestHeaders.Add("Guid", agent.Guid);
            var poll = impatient.GetAsync(new Uri("agentevent/2001", UriKind.Relative), givesUp.Token);
            await PollIsOpenAsync(gateway, 2001);
            await givesUp.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => poll);
        }

        await gateway.Host.RequestLog.WaitForAsync(record => record.Outcome == "abandoned", Gateway.Limit, TestContext.Current.CancellationToken);
        gateway.Host.Options.PollWait = TimeSpan.Zero;
        gateway.Centre.StartCall(2001, Gateway.Customer);

        Assert.Equal("AgentState_Busy", (await agent.PollAsync()).EventType);
    }

    [Fact]
    public async Task Nobody_is_signed_out_while_a_poll_waits()
    {
        var time = new FakeTimeProvider();
        await using var gateway = await Gateway.StartAsync(time: time);
        var agent = await gateway.SignInAsync(2001);
        gateway.Host.Options.PollWait = TimeSpan.FromMinutes(10);

        var poll = agent.PollAsync();
        await PollIsOpenAsync(gateway, 2001);
        time.Advance(TimeSpan.FromMinutes(5));
        gateway.Centre.StartCall(2001, Gateway.Customer);

        Assert.Equal("AgentState_Busy", (await poll.WaitAsync(Gateway.Limit, TestContext.Current.CancellationToken)).EventType);
    }

    [Fact]
    public async Task A_sign_out_by_somebody_else_ends_the_open_poll()
    {
        await using var gateway = await Gateway.StartAsync();
        var inspector = await gateway.SignInAsync(1001);
        gateway.Host.Options.PollWait = TimeSpan.FromMinutes(5);

        var poll = inspector.PollAsync();
        await PollIsOpenAsync(gateway, 1001);
        gateway.Centre.SignOut(1001);

        Assert.Equal("100-006", (await poll.WaitAsync(Gateway.Limit, TestContext.Current.CancellationToken)).RetCode);
    }

    [Fact]
    public async Task An_open_poll_does_not_hold_up_the_stop()
    {
        var gateway = await Gateway.StartAsync();
        var inspector = await gateway.SignInAsync(1001);
        gateway.Host.Options.PollWait = TimeSpan.FromMinutes(5);
        var poll = inspector.PollAsync();
        await PollIsOpenAsync(gateway, 1001);

        await gateway.Host.DisposeAsync().AsTask().WaitAsync(Gateway.Limit, TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<HttpRequestException>(() => poll);
        await gateway.DisposeAsync();
    }

    private static Task PollIsOpenAsync(Gateway gateway, int workNo) => Eventually.HoldsAsync(() => gateway.Centre.FindAgent(workNo)!.IsPolled);
}
