using SupervisorBot.Gateway.Calls;
using SupervisorBot.Gateway.Results;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.Interception;
using SupervisorBot.Supervision.Monitoring;
using SupervisorBot.Supervision.Notices;
using SupervisorBot.Supervision.Sessions.Machine;
using SupervisorBot.Supervision.Talk;
using static SupervisorBot.Supervision.Tests.Machine.ScriptedSession;

namespace SupervisorBot.Supervision.Tests.Machine;

public sealed class InterceptionTests
{
    private readonly ScriptedSession _session = new();

    [Fact]
    public void A_press_while_monitoring_claims_sends_and_ends_in_the_talk()
    {
        var id = _session.SignedIn().Monitoring().Propose();

        Assert.Equal(PressResult.TookEffect, _session.Press(id).Result);
        Assert.Equal(Call, _session.Last<ClaimCall>().CallId);
        Assert.Empty(_session.Effects.OfType<SendIntercept>());

        _session.Claimed(id);
        var sent = Assert.Single(_session.Effects.OfType<SendIntercept>());
        Assert.Equal((Agent, Call), (sent.WorkNo, sent.CallId));

        _session.Answer(sent.Token);
        Assert.Equal(InterceptionStep.WaitingForTalk, _session.Interception.Step);
        _session.Talking();

        Assert.Equal(InterceptionOutcome.Done, _session.Interception.Outcome);
        Assert.Equal(TalkPhase.Talking, _session.State.Talk!.View.Phase);
        Assert.Equal("••••••••••5678", _session.State.Talk.View.Customer.Text);
        Assert.Null(_session.State.Monitoring);
        Assert.Equal(MonitoringEnd.Intercepted, _session.LastNotice<MonitoringNotice>().Monitoring.End);
    }

    [Fact]
    public void The_sending_is_stored_before_the_intercept_leaves()
    {
        var id = _session.SignedIn().Monitoring().Propose();
        _session.Press(id);

        var turn = _session.Take(new ClaimAnswered(id, new ClaimAnswer(true, null)));

        Assert.Contains(turn.Changed, record => record.View is { Step: InterceptionStep.Sending, SentAt: not null });
        Assert.Contains(turn.Effects, effect => effect is SendIntercept);
    }

    [Fact]
    public void Every_stored_version_is_one_more_than_the_one_before()
    {
        var id = _session.Sent();
        _session.Answer(_session.Last<SendIntercept>().Token);
        _session.Talking();

        Assert.Equal(Enumerable.Range(1, _session.Stored.Count), _session.Stored.Where(r => r.View.OperationId == id).Select(r => r.Version));
    }

    [Fact]
    public void The_talk_may_begin_before_the_intercept_is_answered()
    {
        _session.Sent();
        _session.Talking();
        _session.Refuse(_session.Last<SendIntercept>().Token, ResultCodes.ResourceUnavailable);

        Assert.Equal(InterceptionOutcome.Done, _session.Interception.Outcome);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_second_press_changes_nothing_and_gets_the_stored_outcome(bool confirm)
    {
        var id = _session.Sent();
        _session.Talking();
        var effects = _session.Effects.Count;

        var second = _session.Press(id, confirm);

        Assert.Equal(PressResult.AlreadyDecided, second.Result);
        Assert.Equal(InterceptionOutcome.Done, second.Interception!.Outcome);
        Assert.Equal(effects, _session.Effects.Count);
    }

    [Fact]
    public void A_press_by_another_inspector_changes_nothing()
    {
        var id = _session.SignedIn().Monitoring().Propose();

        Assert.Equal(PressResult.NotYours, _session.Press(id, presser: 1002).Result);

        Assert.Equal(InterceptionStep.Proposed, _session.Interception.Step);
        Assert.Empty(_session.Effects.OfType<ClaimCall>());
    }

    [Fact]
    public void A_press_on_an_unknown_operation_changes_nothing() =>
        Assert.Equal(PressResult.NotKnown, _session.SignedIn().Press(Guid.NewGuid()).Result);

    [Fact]
    public void A_confirmation_expires_and_cannot_be_pressed_any_more()
    {
        var id = _session.SignedIn().Monitoring().Propose();
        _session.After(_session.InterceptionOptions.ConfirmationLifetime);
        _session.Fire(_session.State.Interceptions[id].Token);

        Assert.Equal(InterceptionOutcome.Expired, _session.LastNotice<InterceptionNotice>().Interception.Outcome);
        Assert.Equal(PressResult.AlreadyDecided, _session.Press(id).Result);
        Assert.Empty(_session.Effects.OfType<ClaimCall>());
    }

    [Fact]
    public void A_press_at_the_moment_of_expiry_is_too_late_even_before_the_timer()
    {
        var id = _session.SignedIn().Monitoring().Propose();
        _session.After(_session.InterceptionOptions.ConfirmationLifetime);

        var answer = _session.Press(id);

        Assert.Equal(PressResult.AlreadyDecided, answer.Result);
        Assert.Equal(InterceptionOutcome.Expired, answer.Interception!.Outcome);
    }

    [Fact]
    public void Cancel_takes_no_call()
    {
        var id = _session.SignedIn().Monitoring().Propose();
        var answer = _session.Press(id, confirm: false);

        Assert.Equal((PressResult.TookEffect, InterceptionOutcome.Cancelled), (answer.Result, answer.Interception!.Outcome));
        Assert.Equal(MonitoringPhase.Active, _session.State.Monitoring!.View.Phase);
        Assert.Equal(PressResult.AlreadyDecided, _session.Press(id).Result);
    }

    [Fact]
    public void Without_monitoring_the_inspector_is_attached_first_and_the_phone_waited_for()
    {
        var id = _session.SignedIn().Propose();
        _session.Press(id);
        _session.Claimed(id);
        Assert.Equal(InterceptionStep.Attaching, _session.Interception.Step);
        _session.Answer(_session.Last<StartMonitoring>().Token);
        Assert.Equal(InterceptionStep.WaitingForPhone, _session.Interception.Step);
        Assert.Empty(_session.Effects.OfType<SendIntercept>());

        _session.Happens(OffHook());
        _session.Take(new CallChecked(_session.Last<CheckCall>().Token, [Call], null));

        Assert.Single(_session.Effects.OfType<SendIntercept>());
        _session.Talking();
        Assert.Equal(InterceptionOutcome.Done, _session.Interception.Outcome);
        Assert.True(_session.Interception.Attached);
    }

    [Fact]
    public void A_phone_not_picked_up_takes_nothing_and_leaves_the_call()
    {
        var id = _session.SignedIn().Propose();
        _session.Press(id);
        _session.Claimed(id);
        _session.Answer(_session.Last<StartMonitoring>().Token);
        _session.Fire(_session.State.Monitoring!.Token);

        Assert.Equal(InterceptionOutcome.PhoneNotPickedUp, _session.Interception.Outcome);
        Assert.Equal(Agent, _session.Last<StopMonitoring>().WorkNo);
        Assert.Equal(id, _session.Released.Last());
        Assert.Empty(_session.Effects.OfType<SendIntercept>());
        Assert.Null(_session.State.Monitoring);
    }

    [Fact]
    public void A_call_that_ended_while_the_phone_rang_is_not_intercepted()
    {
        var id = _session.SignedIn().Propose();
        _session.Press(id);
        _session.Claimed(id);
        _session.Answer(_session.Last<StartMonitoring>().Token);
        _session.Happens(OffHook());
        _session.Take(new CallChecked(_session.Last<CheckCall>().Token, ["1477393999-7"], null));

        Assert.Equal(InterceptionOutcome.CallEnded, _session.Interception.Outcome);
        Assert.Empty(_session.Effects.OfType<SendIntercept>());
        Assert.Equal(Agent, _session.Last<StopMonitoring>().WorkNo);
    }

    [Fact]
    public void An_inspector_who_came_to_talk_with_somebody_else_meanwhile_takes_nothing()
    {
        var id = _session.SignedIn().Propose();
        _session.Press(id);
        _session.Claimed(id);
        _session.Talking("1477393999-7", "+4915100000000");
        _session.Happens(OffHook());
        _session.Take(new CallChecked(_session.Last<CheckCall>().Token, [Call], null));

        Assert.Equal(InterceptionOutcome.Busy, _session.Interception.Outcome);
        Assert.Empty(_session.Effects.OfType<SendIntercept>());
        Assert.Equal(id, _session.Released.Last());
    }

    [Fact]
    public void A_call_that_another_inspector_claimed_is_not_taken_and_they_are_named()
    {
        var id = _session.SignedIn().Monitoring().Propose();
        _session.Press(id);
        _session.Take(new ClaimAnswered(id, new ClaimAnswer(false, "Megan Bowen")));

        Assert.Equal((InterceptionOutcome.TakenByAnother, "Megan Bowen"), (_session.Interception.Outcome!.Value, _session.Interception.TakenBy));
        Assert.Empty(_session.Effects.OfType<SendIntercept>());
        Assert.Empty(_session.Released);
        Assert.Equal(MonitoringPhase.Active, _session.State.Monitoring!.View.Phase);
    }

    [Theory]
    [InlineData(ResultCodes.NoProvider)]
    [InlineData(ResultCodes.NoInspectionRight)]
    [InlineData(ResultCodes.NotSignedIn)]
    [InlineData("987-654")]
    public void A_refusal_is_told_with_its_code(string code)
    {
        _session.Sent();
        _session.Refuse(_session.Last<SendIntercept>().Token, code);

        Assert.Equal((InterceptionOutcome.Refused, code), (_session.Interception.Outcome!.Value, _session.Interception.Problem!.Code));
        Assert.Single(_session.Effects.OfType<SendIntercept>());
    }

    [Theory]
    [InlineData(false, InterceptionOutcome.CallEnded)]
    [InlineData(true, InterceptionOutcome.Refused)]
    public void What_900_003_means_is_read_from_the_agents_calls(bool agentStillHasIt, InterceptionOutcome expected)
    {
        _session.Sent();
        _session.Refuse(_session.Last<SendIntercept>().Token, ResultCodes.ResourceUnavailable);
        _session.ReadBack(true, [], agentStillHasIt ? [Call] : []);

        Assert.Equal((expected, ResultCodes.ResourceUnavailable), (_session.Interception.Outcome!.Value, _session.Interception.Problem!.Code));
        Assert.Single(_session.Effects.OfType<SendIntercept>());
    }

    [Theory]
    [InlineData(ResultCodes.PlatformError)]
    [InlineData(ResultCodes.UnknownError)]
    public void An_exception_inside_the_gateway_does_not_tell_whether_it_acted(string code)
    {
        _session.Sent();
        _session.Refuse(_session.Last<SendIntercept>().Token, code);
        Assert.Equal(InterceptionStep.WaitingForTalk, _session.Interception.Step);
        _session.Talking();

        Assert.Equal(InterceptionOutcome.Done, _session.Interception.Outcome);
        Assert.Single(_session.Effects.OfType<SendIntercept>());
    }

    [Theory]
    [InlineData(true, InterceptionOutcome.Refused)]
    [InlineData(false, InterceptionOutcome.Unknown)]
    public void What_an_exception_inside_the_gateway_left_behind_is_read_when_no_talk_has_begun(bool agentStillHasIt, InterceptionOutcome expected)
    {
        var id = _session.Sent();
        _session.Refuse(_session.Last<SendIntercept>().Token, ResultCodes.PlatformError);
        _session.Fire(_session.State.Interceptions[id].Token);
        _session.ReadBack(true, [], agentStillHasIt ? [Call] : []);

        Assert.Equal((expected, ResultCodes.PlatformError), (_session.Interception.Outcome!.Value, _session.Interception.Problem!.Code));
    }

    [Fact]
    public void An_unreachable_gateway_is_told_and_nothing_is_sent_again()
    {
        _session.Sent();
        _session.Answer(_session.Last<SendIntercept>().Token, new Unreachable(GatewayFault.Connection));

        Assert.Equal(InterceptionOutcome.Unreachable, _session.Interception.Outcome);
        Assert.Single(_session.Effects.OfType<SendIntercept>());
    }

    [Fact]
    public void A_lost_answer_is_waited_out_and_the_talk_settles_it()
    {
        _session.Sent();
        _session.Answer(_session.Last<SendIntercept>().Token, new Unknown(GatewayFault.Dropped));
        Assert.Equal(InterceptionStep.WaitingForTalk, _session.Interception.Step);
        _session.Talking();

        Assert.Equal(InterceptionOutcome.Done, _session.Interception.Outcome);
        Assert.Single(_session.Effects.OfType<SendIntercept>());
    }

    public static TheoryData<bool?, string[]?, string[]?, InterceptionOutcome> ReadBacks => new()
    {
        { true, [Call], [], InterceptionOutcome.Done },
        { true, [Call], [Call], InterceptionOutcome.NotDone },
        { true, [], [Call], InterceptionOutcome.NotDone },
        { false, [], [Call], InterceptionOutcome.NotDone },
        { false, [], [], InterceptionOutcome.Unknown },
        { false, [], null, InterceptionOutcome.Unknown },
        { true, [], [], InterceptionOutcome.Unknown },
        { null, null, null, InterceptionOutcome.Unknown },
        { null, [Call], [], InterceptionOutcome.Unknown },
    };

    [Theory]
    [MemberData(nameof(ReadBacks))]
    public void After_the_time_limit_the_state_is_read_back_and_the_intercept_not_repeated(
        bool? working, string[]? own, string[]? agentCalls, InterceptionOutcome expected)
    {
        var id = _session.Sent();
        _session.Answer(_session.Last<SendIntercept>().Token);
        _session.After(_session.InterceptionOptions.TalkingTimeout);
        _session.Fire(_session.State.Interceptions[id].Token);
        Assert.Equal(InterceptionStep.Reconciling, _session.Interception.Step);
        _session.ReadBack(working, own?.Select(call => new CallInfo(call, Customer, "", CallFeature.Inbound, null)).ToList(), agentCalls);

        Assert.Equal(expected, _session.Interception.Outcome);
        Assert.Single(_session.Effects.OfType<SendIntercept>());
    }

    [Fact]
    public void Nothing_is_read_back_while_the_intercept_may_still_be_on_its_way()
    {
        var id = _session.Sent();
        _session.After(TimeSpan.FromMinutes(5));
        _session.Fire(_session.State.Interceptions[id].Token);

        Assert.Equal(InterceptionStep.Sending, _session.Interception.Step);
        Assert.Empty(_session.Effects.OfType<ReadBack>());
        _session.Answer(_session.Last<SendIntercept>().Token, new Unknown(GatewayFault.Timeout));
        Assert.Contains(_session.Effects, e => e is StartTimer timer && timer.Token == _session.State.Interceptions[id].Token
            && timer.Due == _session.InterceptionOptions.TalkingTimeout);
    }

    [Theory]
    [InlineData(true, InterceptionOutcome.NotDone)]
    [InlineData(false, InterceptionOutcome.Unknown)]
    public void A_talk_that_begins_after_all_corrects_what_was_read_back(bool agentHadIt, InterceptionOutcome before)
    {
        var id = _session.Sent();
        _session.Answer(_session.Last<SendIntercept>().Token);
        _session.Fire(_session.State.Interceptions[id].Token);
        _session.ReadBack(null, null, agentHadIt ? [Call] : null);
        Assert.Equal(before, _session.Interception.Outcome);

        _session.Talking();

        Assert.Equal(InterceptionOutcome.Done, _session.Interception.Outcome);
        Assert.Equal(id, _session.State.Talk!.View.OperationId);
    }

    [Fact]
    public void An_uncertain_outcome_is_let_go_when_the_phone_is_free()
    {
        var id = _session.Sent();
        _session.Answer(_session.Last<SendIntercept>().Token);
        _session.Fire(_session.State.Interceptions[id].Token);
        _session.ReadBack(null, null, null);
        _session.Happens(PhoneReleased());

        Assert.Equal(id, _session.Released.Last());
        _session.Talking();
        Assert.Equal(InterceptionOutcome.Unknown, _session.Interception.Outcome);
        Assert.Null(_session.State.Talk!.View.OperationId);
    }

    [Fact]
    public void Another_call_under_the_same_operation_is_refused()
    {
        var id = _session.SignedIn().Monitoring().Propose();
        var call = new CallInfo("1477399999-9", Customer, "800", CallFeature.Inbound, null);
        var answer = (ProposalAnswer)_session.Take(
            new Proposed(new InterceptionProposal(id, Agent, "1477399999-9", Place), "Mei Chen", call, null)).Reply!;

        Assert.Equal((null, Refusal.AnotherCallChosen), (answer.Interception, answer.Refusal!.Value));
        Assert.Equal(Call, _session.Interception.CallId);
    }

    [Fact]
    public void A_claim_that_cannot_be_asked_sends_nothing()
    {
        var id = _session.SignedIn().Monitoring().Propose();
        _session.Press(id);
        _session.Take(new ClaimAnswered(id, null));

        Assert.Equal(InterceptionOutcome.NotDone, _session.Interception.Outcome);
        Assert.Null(_session.State.Active);
        Assert.Empty(_session.Effects.OfType<SendIntercept>());
    }

    [Fact]
    public void A_phone_hung_up_while_the_call_is_looked_at_sends_nothing()
    {
        var id = _session.SignedIn().Propose();
        _session.Press(id);
        _session.Claimed(id);
        _session.Answer(_session.Last<StartMonitoring>().Token);
        _session.Happens(OffHook());
        _session.Happens(PhoneReleased(2));
        _session.Take(new CallChecked(_session.Last<CheckCall>().Token, [Call], null));

        Assert.Equal((InterceptionOutcome.NotDone, ProblemKind.PhoneNotPickedUp), (_session.Interception.Outcome!.Value, _session.Interception.Problem!.Kind));
        Assert.Empty(_session.Effects.OfType<SendIntercept>());
    }

    [Fact]
    public void A_call_beside_the_one_taken_over_does_not_take_its_place()
    {
        _session.Sent();
        _session.Talking();
        _session.Talking("1477399999-9", caller: "+33111111111");
        _session.Happens(CustomerReleased());
        _session.Happens(PhoneReleased());

        var told = _session.LastNotice<TalkNotice>();
        Assert.Equal((Call, TalkChange.EndedByCustomer), (told.Talk.CallId, told.Change));
    }

    [Fact]
    public void A_talk_with_another_customer_is_looked_up_and_does_not_count()
    {
        _session.Sent();
        _session.Talking("1477399999-9", caller: "+33111111111");
        var lookUp = _session.Last<LookUpTalk>();
        _session.Take(new TalkLookedUp(lookUp.Talking, new CallInfo("1477399999-9", "+33111111111", "800", CallFeature.Inbound, null)));

        Assert.NotEqual(InterceptionStep.Decided, _session.Interception.Step);
        Assert.Null(_session.State.Talk!.View.OperationId);
    }

    [Fact]
    public void A_talk_under_a_new_call_id_counts_by_its_customer()
    {
        _session.Sent();
        _session.Talking("1477399999-9");

        Assert.Equal(InterceptionOutcome.Done, _session.Interception.Outcome);
        Assert.Equal("1477399999-9", _session.State.Talk!.View.CallId);
    }

    [Fact]
    public void A_session_that_ends_before_the_sending_leaves_the_call_untouched()
    {
        var id = _session.SignedIn().Propose();
        _session.Press(id);
        _session.Take(new PollFailed(new Refused(new ResultCode(ResultCodes.NotSignedIn)), 1, TimeSpan.Zero));

        Assert.Equal(InterceptionOutcome.NotDone, _session.Interception.Outcome);
        _session.Claimed(id);
        Assert.Empty(_session.Effects.OfType<SendIntercept>());
        Assert.Equal(id, _session.Released.Last());
    }

    [Fact]
    public void A_session_that_ends_after_the_sending_leaves_the_outcome_unknown()
    {
        _session.Sent();
        _session.Take(new PollFailed(new Refused(new ResultCode(ResultCodes.NotSignedIn)), 1, TimeSpan.Zero));

        Assert.Equal(InterceptionOutcome.Unknown, _session.Interception.Outcome);
    }

    [Fact]
    public void Not_signed_in_at_the_press_is_told()
    {
        var id = _session.SignedIn().Propose();
        _session.Take(new PollFailed(new Refused(new ResultCode(ResultCodes.NotSignedIn)), 1, TimeSpan.Zero));

        Assert.Equal(InterceptionOutcome.NotSignedIn, _session.Press(id).Interception!.Outcome);
    }

    [Fact]
    public void Only_one_interception_at_a_time()
    {
        var first = _session.SignedIn().Monitoring().Propose();
        var second = _session.Propose("1477393325-165");
        _session.Press(first);

        Assert.Equal(InterceptionOutcome.Busy, _session.Press(second).Interception!.Outcome);
        Assert.Single(_session.Effects.OfType<ClaimCall>());
    }
}
