using SupervisorBot.Gateway.Results;
using SupervisorBot.GatewaySimulator;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.Interception;
using SupervisorBot.Supervision.Monitoring;
using SupervisorBot.Supervision.Notices;
using SupervisorBot.Supervision.Sessions;
using SupervisorBot.Supervision.Talk;
using static SupervisorBot.Supervision.Tests.Desk.DeskHost;
using MonitoringMode = SupervisorBot.Gateway.Monitoring.MonitoringMode;

namespace SupervisorBot.Supervision.Tests.Desk;

/// <summary>The whole of supervision against the simulated gateway.</summary>
public sealed class SupervisionDeskTests
{
    [Fact]
    public async Task A_call_is_taken_over_and_hung_up_with_one_intercept()
    {
        await using var host = await DeskHost.StartAsync();
        var callId = await host.ListenToACallAsync(host.Alex);
        var id = await host.ProposeAsync(host.Alex, callId);

        Assert.Equal(PressResult.TookEffect, (await host.PressAsync(host.Alex, id)).Result);

        Assert.Equal(InterceptionOutcome.Done, (await host.OutcomeAsync(id)).Outcome);
        var began = await host.NoticeAsync<TalkNotice>(n => n.Change == TalkChange.Began);
        Assert.Equal((callId, "••••••••••5678"), (began.Talk.CallId, began.Talk.Customer.Text));
        await host.NoticeAsync<TalkNotice>(n => n.Change == TalkChange.RecordingBegan);
        Assert.Equal(PressResult.AlreadyDecided, (await host.PressAsync(host.Alex, id)).Result);

        Assert.True((await host.AskAsync(host.Alex, request => new HangUpRequested(request, Place))).Accepted);
        await host.NoticeAsync<TalkNotice>(n => n.Change == TalkChange.EndedByInspector);

        Assert.True((await host.AskAsync(host.Alex, request => new SignOutRequested(request, Place))).Accepted);
        await host.NoticeAsync<SignedOutNotice>(n => n.Cause is null);
        var intercept = Assert.Single(host.Gateway.RequestLog.Snapshot("intercept"));
        Assert.Equal(("PUT", "1001", "2001", callId), (intercept.Method, intercept.AgentId, intercept.WorkNo, intercept.CallId));
        Assert.Empty(intercept.Violations);
    }

    [Fact]
    public async Task Without_listening_the_inspector_is_attached_first()
    {
        await using var host = await DeskHost.StartAsync();
        var callId = host.Gateway.ContactCentre.StartCall(Agent, Customer);
        await host.SignInAsync(host.Alex);
        var id = await host.ProposeAsync(host.Alex, callId);
        await host.PressAsync(host.Alex, id);

        Assert.Equal(InterceptionOutcome.Done, (await host.OutcomeAsync(id)).Outcome);
        Assert.Equal(
            [InterceptionStep.Claiming, InterceptionStep.Attaching, InterceptionStep.WaitingForPhone, InterceptionStep.Sending],
            host.Notices.OfType<InterceptionNotice>().Select(n => n.Interception.Step).Where(s => s < InterceptionStep.WaitingForTalk));
        Assert.Equal(1, host.InterceptsReceived);
    }

    [Fact]
    public async Task Fifty_presses_at_once_make_one_intercept()
    {
        await using var host = await DeskHost.StartAsync();
        var callId = await host.ListenToACallAsync(host.Alex);
        var id = await host.ProposeAsync(host.Alex, callId);

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => host.PressAsync(host.Alex, id)));

        Assert.Single(answers, a => a.Result == PressResult.TookEffect);
        Assert.Equal(InterceptionOutcome.Done, (await host.OutcomeAsync(id)).Outcome);
        Assert.Equal(1, host.InterceptsReceived);
    }

    [Fact]
    public async Task Two_inspectors_on_one_call_only_one_takes_it()
    {
        await using var host = await DeskHost.StartAsync();
        var callId = host.Gateway.ContactCentre.StartCall(Agent, Customer);
        await host.SignInAsync(host.Alex);
        await host.SignInAsync(host.Megan);
        await host.ListenAsync(host.Alex);
        await host.ListenAsync(host.Megan);
        var alex = await host.ProposeAsync(host.Alex, callId);
        var megan = await host.ProposeAsync(host.Megan, callId);
        await Task.WhenAll(host.PressAsync(host.Alex, alex), host.PressAsync(host.Megan, megan));

        InterceptionView[] outcomes = [await host.OutcomeAsync(alex), await host.OutcomeAsync(megan)];
        var taken = Assert.Single(outcomes, o => o.Outcome == InterceptionOutcome.Done);
        var refused = Assert.Single(outcomes, o => o.Outcome == InterceptionOutcome.TakenByAnother);
        Assert.Equal(taken.Inspector.DisplayName, refused.TakenBy);
        Assert.Equal(1, host.InterceptsReceived);
        Assert.Equal(PressResult.NotYours, (await host.PressAsync(host.Megan, alex)).Result);
    }

    [Fact]
    public async Task A_call_that_is_gone_cannot_be_proposed()
    {
        await using var host = await DeskHost.StartAsync();
        var callId = host.Gateway.ContactCentre.StartCall(Agent, Customer);
        host.Gateway.ContactCentre.EndCall(callId);
        await host.SignInAsync(host.Alex);

        var answer = await host.Desk.ProposeAsync(
            host.Alex, new InterceptionProposal(Guid.NewGuid(), Agent, callId, Place), TestContext.Current.CancellationToken);

        Assert.Equal(ProblemKind.CallEnded, answer.Problem?.Kind);
    }

    [Fact]
    public async Task A_call_that_ends_just_before_the_intercept_is_told_as_ended()
    {
        await using var host = await DeskHost.StartAsync();
        var callId = await host.ListenToACallAsync(host.Alex);
        var id = await host.ProposeAsync(host.Alex, callId);
        host.Gateway.Faults.Add(new Fault { Kind = FaultKind.CallEndsJustBefore, Operation = "intercept" });
        await host.PressAsync(host.Alex, id);

        var outcome = await host.OutcomeAsync(id);
        Assert.Equal((InterceptionOutcome.CallEnded, ResultCodes.ResourceUnavailable), (outcome.Outcome!.Value, outcome.Problem?.Code));
        Assert.Equal(1, host.InterceptsReceived);
    }

    [Fact]
    public async Task A_phone_not_picked_up_takes_nothing()
    {
        await using var host = await DeskHost.StartAsync(null, ("Session:PhonePickupTimeout", "00:00:01"));
        var callId = host.Gateway.ContactCentre.StartCall(Agent, Customer);
        host.Gateway.ContactCentre.SetPhonePickedUp(1001, false);
        await host.SignInAsync(host.Alex);
        var id = await host.ProposeAsync(host.Alex, callId);
        await host.PressAsync(host.Alex, id);

        Assert.Equal(InterceptionOutcome.PhoneNotPickedUp, (await host.OutcomeAsync(id)).Outcome);
        Assert.Equal(0, host.InterceptsReceived);
        await host.Gateway.RequestLog.WaitForAsync(r => r.Operation == "stopSuperviseOrInsert", TimeSpan.FromSeconds(15), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task An_intercept_whose_answer_is_lost_is_settled_by_the_talk_and_not_sent_again()
    {
        await using var host = await DeskHost.StartAsync();
        var callId = await host.ListenToACallAsync(host.Alex);
        var id = await host.ProposeAsync(host.Alex, callId);
        host.Gateway.Faults.Add(new Fault { Kind = FaultKind.Drop, Operation = "intercept", AfterActing = true });
        await host.PressAsync(host.Alex, id);

        Assert.Equal(InterceptionOutcome.Done, (await host.OutcomeAsync(id)).Outcome);
        Assert.Equal(1, host.InterceptsReceived);
    }

    [Fact]
    public async Task An_intercept_that_got_lost_on_its_way_is_read_back_as_not_done()
    {
        await using var host = await DeskHost.StartAsync(null, ("Interception:TalkingTimeout", "00:00:01"));
        var callId = await host.ListenToACallAsync(host.Alex);
        var id = await host.ProposeAsync(host.Alex, callId);
        host.Gateway.Faults.Add(new Fault { Kind = FaultKind.Drop, Operation = "intercept" });
        await host.PressAsync(host.Alex, id);

        Assert.Equal(InterceptionOutcome.NotDone, (await host.OutcomeAsync(id)).Outcome);
        Assert.Equal(1, host.InterceptsReceived);
        Assert.Equal(MonitoringPhase.Active, (await host.Desk.GetSessionAsync(host.Alex, TestContext.Current.CancellationToken)).Monitoring?.Phase);
    }

    [Theory]
    [InlineData(ResultCodes.NoProvider)]
    [InlineData(ResultCodes.NoInspectionRight)]
    public async Task A_refused_intercept_is_told_with_its_code(string code)
    {
        await using var host = await DeskHost.StartAsync();
        var callId = await host.ListenToACallAsync(host.Alex);
        var id = await host.ProposeAsync(host.Alex, callId);
        host.Gateway.Faults.Add(new Fault { Kind = FaultKind.RetCode, Operation = "intercept", RetCode = code });
        await host.PressAsync(host.Alex, id);

        var outcome = await host.OutcomeAsync(id);
        Assert.Equal((InterceptionOutcome.Refused, code), (outcome.Outcome!.Value, outcome.Problem?.Code));
        Assert.Equal(1, host.InterceptsReceived);
    }

    [Fact]
    public async Task Modes_switch_and_stop_follows_the_phone()
    {
        await using var host = await DeskHost.StartAsync();
        await host.ListenToACallAsync(host.Alex);

        foreach (var mode in (MonitoringMode[])[MonitoringMode.Whisper, MonitoringMode.Insert])
        {
            Assert.True((await host.AskAsync(host.Alex, request => new SwitchRequested(request, Place, mode))).Accepted);
            await host.NoticeAsync<MonitoringNotice>(n => n.Monitoring.Mode == mode && n.Monitoring.Problem is null && n.Monitoring.Phase == MonitoringPhase.Active);
        }

        Assert.True((await host.AskAsync(host.Alex, request => new StopRequested(request, Place))).Accepted);
        var ended = await host.NoticeAsync<MonitoringNotice>(n => n.Monitoring.Phase == MonitoringPhase.Ended);
        Assert.Equal((MonitoringEnd.Asked, null), (ended.Monitoring.End, ended.Monitoring.Problem));
    }

    [Fact]
    public async Task A_sign_out_while_monitoring_leaves_the_call_first()
    {
        await using var host = await DeskHost.StartAsync();
        await host.ListenToACallAsync(host.Alex);

        Assert.True((await host.AskAsync(host.Alex, request => new SignOutRequested(request, Place))).Accepted);

        Assert.Null((await host.NoticeAsync<SignedOutNotice>(_ => true)).Cause);
        Assert.Single(host.Gateway.ContactCentre.Calls);
    }

    [Fact]
    public async Task A_forced_sign_out_elsewhere_is_told()
    {
        await using var host = await DeskHost.StartAsync();
        await host.SignInAsync(host.Alex);
        host.Gateway.ContactCentre.SignOut(1001);

        var told = await host.NoticeAsync<SignedOutNotice>(_ => true);
        Assert.Contains(told.Cause?.Kind, new ProblemKind?[] { ProblemKind.SessionEnded, ProblemKind.SignedOutElsewhere });
        Assert.Equal(SessionStatus.SignedOut, (await host.Desk.GetSessionAsync(host.Alex, TestContext.Current.CancellationToken)).Status);
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public async Task The_roster_is_read_in_whatever_way_the_gateway_serves(bool all, bool online)
    {
        await using var host = await DeskHost.StartAsync(
            options => (options.ServeAllAgentStatus, options.ServeOnlineAgentOnVdn) = (all, online),
            ("AgentTeams:0:Name", "Front"),
            ("AgentTeams:0:WorkNumbers", "2001-2005"));
        host.Gateway.ContactCentre.StartCall(2003, Customer);
        await host.SignInAsync(host.Alex);

        var roster = await host.Desk.GetRosterAsync(host.Alex, TestContext.Current.CancellationToken);

        Assert.Null(roster.Problem);
        Assert.Equal((2003, true), (roster.Agents[0].WorkNo, roster.Agents[0].IsTalking));
        Assert.Contains(roster.Agents, agent => agent.WorkNo == 2001 && agent.Name.Length > 0);
        Assert.DoesNotContain(roster.Agents, agent => agent.WorkNo == 1001);
    }

    [Fact]
    public async Task Many_askers_read_the_roster_once()
    {
        await using var host = await DeskHost.StartAsync(null, ("Roster:Interval", "00:01:00"));
        await host.SignInAsync(host.Alex);
        await host.SignInAsync(host.Megan);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(i =>
            host.Desk.GetRosterAsync(i % 2 == 0 ? host.Alex : host.Megan, TestContext.Current.CancellationToken)));

        Assert.Single(host.Gateway.RequestLog.Snapshot(), r => r.Path.EndsWith("/allagentstatus", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(InterceptionStep.WaitingForTalk, true, InterceptionOutcome.Unknown)]
    [InlineData(InterceptionStep.WaitingForPhone, false, InterceptionOutcome.NotDone)]
    [InlineData(InterceptionStep.Proposed, false, InterceptionOutcome.Expired)]
    public async Task What_an_earlier_run_left_undecided_is_told_without_anybody_asking(InterceptionStep step, bool sent, InterceptionOutcome expected)
    {
        var then = DateTimeOffset.UtcNow - TimeSpan.FromMinutes(5);
        var view = new InterceptionView
        {
            OperationId = Guid.NewGuid(),
            Inspector = new(AlexId, 1001, "Alex Wilber", "40001"),
            WorkNo = Agent,
            CallId = "1477393325-164",
            Customer = MaskedNumber.Of(Customer),
            Origin = Place,
            Step = step,
            ProposedAt = then,
            ExpiresAt = then + TimeSpan.FromMinutes(1),
            SentAt = sent ? then : null,
        };
        await using var host = await DeskHost.StartAsync([new InterceptionRecord(view, Customer, 1, 1)]);

        Assert.Equal(expected, (await host.OutcomeAsync(view.OperationId)).Outcome);
        Assert.Equal(PressResult.AlreadyDecided, (await host.PressAsync(host.Alex, view.OperationId)).Result);
        Assert.Equal(0, host.InterceptsReceived);
    }

    [Fact]
    public async Task Somebody_not_listed_is_no_inspector()
    {
        await using var host = await DeskHost.StartAsync();

        Assert.Null(await host.Directory.FindAsync("aaaaaaaa-0000-4000-8000-000000000099", TestContext.Current.CancellationToken));
        Assert.Null(await host.Directory.FindAsync(null, TestContext.Current.CancellationToken));
    }
}
