using System.Net;
using System.Text;
using SupervisorBot.GatewaySimulator;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.Interception;
using SupervisorBot.Supervision.Monitoring;
using SupervisorBot.Supervision.Notices;
using SupervisorBot.Supervision.Sessions;
using SupervisorBot.Supervision.Talk;
using static SupervisorBot.Supervision.Tests.Desk.DeskHost;

namespace SupervisorBot.Supervision.Tests.Desk;

/// <summary>A bot that ends, and the next one; a node that takes over from another; events that the gateway pushes.</summary>
public sealed class TakeOverTests
{
    private static readonly (string Name, string Value) s_quick = ("Session:KeeperInterval", "00:00:00.200");

    private static readonly (string Name, string Value) s_slow = ("Session:KeeperInterval", "00:00:30");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_restarted_bot_goes_on_where_it_was_without_a_sign_in()
    {
        await using var first = await DeskHost.StartAsync();
        var callId = await first.ListenToACallAsync(first.Alex);
        await first.StopAsync();
        Assert.DoesNotContain(first.Notices, notice => notice is SignedOutNotice);

        await using var second = await first.AnotherAsync(s_quick);
        await PolledAsync(first, first.Gateway.RequestLog.Snapshot().Max(r => r.Sequence));
        var session = await second.Desk.GetSessionAsync(second.Alex, Stop);
        Assert.Equal((SessionStatus.SignedIn, MonitoringPhase.Active), (session.Status, session.Monitoring?.Phase));
        var id = await second.ProposeAsync(second.Alex, callId);
        await second.PressAsync(second.Alex, id);

        Assert.Equal(InterceptionOutcome.Done, (await second.OutcomeAsync(id)).Outcome);
        Assert.Equal((1, 1), (first.InterceptsReceived, SignIns(first)));
        Assert.Empty(first.Gateway.RequestLog.Snapshot("logout"));
    }

    [Fact]
    public async Task A_talk_that_ended_while_the_bot_was_away_is_told()
    {
        await using var first = await DeskHost.StartAsync();
        var callId = await first.ListenToACallAsync(first.Alex);
        var id = await first.ProposeAsync(first.Alex, callId);
        await first.PressAsync(first.Alex, id);
        await first.NoticeAsync<TalkNotice>(n => n.Change == TalkChange.Began);
        await first.StopAsync();
        Assert.True(first.Gateway.ContactCentre.EndCall(callId));

        await using var second = await first.AnotherAsync(s_quick);
        var told = await second.NoticeAsync<TalkNotice>(n => n.Talk.Phase == TalkPhase.Ended);
        Assert.Equal((callId, id), (told.Talk.CallId, told.Talk.OperationId!.Value));
    }

    [Fact]
    public async Task Who_lost_a_session_stores_nothing_more_and_a_request_is_answered_by_who_opens_it_again()
    {
        await using var first = await DeskHost.StartAsync(null, s_slow);
        await first.ListenToACallAsync(first.Alex);

        // The first one's node is none that the second one knows: as if it had died.
        await using var second = await first.AnotherAsync(s_slow);
        Assert.Equal(MonitoringPhase.Active, (await second.Desk.GetSessionAsync(second.Alex, Stop)).Monitoring?.Phase);
        Assert.True((await first.AskAsync(first.Alex, request => new StopRequested(request, Place))).Accepted);

        await first.NoticeAsync<MonitoringNotice>(n => n.Monitoring.End == MonitoringEnd.Asked);
        Assert.Single(first.Gateway.RequestLog.Snapshot("stopSuperviseOrInsert"));
        Assert.Equal(1, SignIns(first));
    }

    [Fact]
    public async Task A_session_lost_while_the_bot_was_away_is_told_and_the_next_sign_in_is_as_usual()
    {
        await using var first = await DeskHost.StartAsync();
        await first.SignInAsync(first.Alex);
        await first.StopAsync();
        first.Gateway.ContactCentre.SignOut(1001);

        await using var second = await first.AnotherAsync(s_quick);
        var told = await second.NoticeAsync<SignedOutNotice>(_ => true);
        Assert.Equal((ProblemKind.SessionEnded, false), (told.Cause!.Kind, told.SignsInAgain));
        await second.SignInAsync(second.Alex);
    }

    [Fact]
    public async Task A_request_that_is_redelivered_after_a_restart_does_nothing_twice()
    {
        await using var first = await DeskHost.StartAsync();
        await first.SignInAsync(first.Alex);
        var request = new MonitorRequested("the same activity", Place, Agent, Gateway.Monitoring.MonitoringMode.Listen);
        first.Gateway.ContactCentre.StartCall(Agent, Customer);
        Assert.Equal(new Receipt(), await first.Desk.AskAsync(first.Alex, request, Stop));
        await first.NoticeAsync<MonitoringNotice>(n => n.Monitoring.Phase == MonitoringPhase.Active);
        await first.StopAsync();

        await using var second = await first.AnotherAsync(s_quick);
        Assert.Equal(new Receipt(Repeated: true), await second.Desk.AskAsync(second.Alex, request, Stop));
        Assert.Single(first.Gateway.RequestLog.Snapshot("addSupervise"));
    }

    [Fact]
    public async Task Who_has_too_many_requests_waiting_is_told_so()
    {
        await using var host = await DeskHost.StartAsync(null, ("Session:WaitingRequestsMaximum", "10"));
        await host.SignInAsync(host.Alex);
        var answers = await Task.WhenAll(Enumerable.Range(0, 2000).Select(_ => Task.Run(() => host.AskAsync(host.Alex, id => new StopRequested(id, Place)))));

        Assert.Contains(answers, answer => answer.Refusal == Refusal.Overloaded);
        Assert.Contains(answers, answer => answer.Refusal == Refusal.NotMonitoring);
    }

    [Fact]
    public async Task By_option_a_stopping_bot_signs_out()
    {
        await using var first = await DeskHost.StartAsync(null, ("Session:SignOutOnStop", "true"));
        await first.SignInAsync(first.Alex);
        await first.StopAsync();

        Assert.Single(first.Gateway.RequestLog.Snapshot("logout"));
        await using var second = await first.AnotherAsync(s_quick);
        Assert.Equal(SessionStatus.SignedOut, (await second.Desk.GetSessionAsync(second.Alex, Stop)).Status);
    }

    [Fact]
    public async Task Events_that_the_gateway_pushes_do_as_well_also_after_a_restart()
    {
        using var callback = new CallbackServer();
        await using var first = await DeskHost.StartAsync(options => options.PushTrustedCertificates = callback.TrustedCertificates, callback.Settings);
        var callId = await first.ListenToACallAsync(first.Alex);
        await first.StopAsync();

        await using var second = await first.AnotherAsync([.. callback.Settings, s_quick]);
        var id = await second.ProposeAsync(second.Alex, callId);
        await second.PressAsync(second.Alex, id);

        Assert.Equal(InterceptionOutcome.Done, (await second.OutcomeAsync(id)).Outcome);
        await second.NoticeAsync<TalkNotice>(n => n.Change == TalkChange.RecordingBegan);
        Assert.Empty(first.Gateway.RequestLog.Snapshot("getAgentEvent"));
        Assert.NotEmpty(first.Gateway.RequestLog.Snapshot("handshake"));
        Assert.Equal(1, SignIns(first));
    }

    [Theory]
    [InlineData("gateway/events/1001/guessed", HttpStatusCode.NotFound)]
    [InlineData("gateway/events/1002/guessed", HttpStatusCode.NotFound)]
    [InlineData("gateway/events/2001/guessed", HttpStatusCode.NotFound)]
    [InlineData("gateway/events/-1/guessed", HttpStatusCode.NotFound)]
    public async Task Whoever_does_not_know_a_callback_learns_nothing(string path, HttpStatusCode expected)
    {
        using var callback = new CallbackServer();
        await using var host = await DeskHost.StartAsync(options => options.PushTrustedCertificates = callback.TrustedCertificates, callback.Settings);
        await host.SignInAsync(host.Alex);
        using var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, _, _, _) => true };
        using var client = new HttpClient(handler) { BaseAddress = new Uri(callback.Settings[1].Value) };
        using var body = new StringContent("""{"event":{"eventType":"AgentOther_ShutdownService","workNo":"1001","content":null}}""", Encoding.UTF8, "application/json");

        Assert.Equal(expected, (await client.PostAsync(new Uri(path, UriKind.Relative), body, Stop)).StatusCode);
        Assert.Equal(SessionStatus.SignedIn, (await host.Desk.GetSessionAsync(host.Alex, Stop)).Status);
    }

    private static int SignIns(DeskHost host) => host.Gateway.RequestLog.Snapshot("login").Count;

    private static async Task PolledAsync(DeskHost host, long since) =>
        await host.Gateway.RequestLog.WaitForAsync(r => r.Operation == "getAgentEvent" && r.Sequence > since, TimeSpan.FromSeconds(15), Stop);
}
