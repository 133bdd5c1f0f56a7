using SupervisorBot.Gateway.Calls;
using SupervisorBot.Gateway.Events;
using SupervisorBot.Gateway.Monitoring;
using SupervisorBot.Gateway.Results;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.Interception;
using SupervisorBot.Supervision.Monitoring;
using SupervisorBot.Supervision.Notices;
using SupervisorBot.Supervision.Sessions;
using SupervisorBot.Supervision.Sessions.Events;
using SupervisorBot.Supervision.Sessions.Machine;
using SupervisorBot.Supervision.Talk;
using static SupervisorBot.Supervision.Tests.Machine.ScriptedSession;

namespace SupervisorBot.Supervision.Tests.Machine;

/// <summary>What a session does when it comes to life again, and when an event may have been lost.</summary>
public sealed class RecoveryTests
{
    private static readonly CallInfo Own = new(Call, Customer, "", CallFeature.Inbound, null);

    private readonly ScriptedSession _before = new();

    [Fact]
    public void A_refusal_that_comes_after_the_session_was_lost_settles_what_was_unknown()
    {
        var session = new ScriptedSession();
        session.Sent();
        var token = session.Last<SendIntercept>().Token;
        session.Take(new PollFailed(new Refused(new ResultCode(ResultCodes.NotSignedIn)), 1, TimeSpan.Zero));
        Assert.Equal(InterceptionOutcome.Unknown, session.Interception.Outcome);

        session.Refuse(token, ResultCodes.NotSignedIn);

        Assert.Equal((InterceptionOutcome.Refused, ResultCodes.NotSignedIn), (session.Interception.Outcome, session.Interception.Problem!.Code));
        Assert.Null(session.State.Unsettled);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(ResultCodes.PlatformError)]
    [InlineData(ResultCodes.ResourceUnavailable)]
    public void An_answer_that_does_not_tell_leaves_what_was_unknown_unknown(string? code)
    {
        var session = new ScriptedSession();
        session.Sent();
        var token = session.Last<SendIntercept>().Token;
        session.Take(new PollFailed(new Refused(new ResultCode(ResultCodes.NotSignedIn)), 1, TimeSpan.Zero));

        session.Answer(token, code is null ? null : new Refused(new ResultCode(code)));

        Assert.Equal(InterceptionOutcome.Unknown, session.Interception.Outcome);
    }

    [Fact]
    public void A_signed_in_session_goes_on_without_a_sign_in()
    {
        var reborn = _before.SignedIn().Reborn();

        Assert.True(reborn.State.IsSignedIn);
        Assert.Equal((_before.State.SignedInAt, _before.State.Origin), (reborn.State.SignedInAt, reborn.State.Origin));
        Assert.Single(reborn.Effects.OfType<StartPolling>());
        Assert.Empty(reborn.Effects.OfType<SignIn>());
        Assert.Empty(reborn.Notices);
    }

    [Theory]
    [InlineData(InterceptionStep.Claiming)]
    [InlineData(InterceptionStep.Attaching)]
    [InlineData(InterceptionStep.WaitingForPhone)]
    public void What_was_not_sent_is_not_done_and_undone(InterceptionStep step)
    {
        var id = _before.SignedIn().Propose();
        _before.Press(id);
        if (step > InterceptionStep.Claiming)
        {
            _before.Claimed(id);
        }

        if (step > InterceptionStep.Attaching)
        {
            _before.Answer(_before.Last<StartMonitoring>().Token);
        }

        Assert.Equal(step, _before.Interception.Step);
        var reborn = _before.Reborn();

        Assert.Equal((InterceptionOutcome.NotDone, ProblemKind.BotRestarted), (reborn.Interception.Outcome!.Value, reborn.Interception.Problem!.Kind));
        Assert.Equal([id], reborn.Released);
        Assert.Equal(step > InterceptionStep.Claiming, reborn.Effects.OfType<StopMonitoring>().Any());
        Assert.Null(reborn.State.Monitoring);
        Assert.Empty(reborn.Effects.OfType<SendIntercept>());
        Assert.Equal(PressResult.AlreadyDecided, reborn.Press(id).Result);
    }

    [Fact]
    public void A_listen_that_arrives_after_its_bot_died_is_left_again()
    {
        var id = _before.SignedIn().Propose();
        _before.Press(id);
        _before.Claimed(id);
        var reborn = _before.Reborn();
        reborn.Refuse(reborn.Last<StopMonitoring>().Token, ResultCodes.ResourceUnavailable);
        Assert.Equal(reborn.Limits.Gateway.RequestTimeout, reborn.Last<StartTimer>().Due);
        var stops = reborn.Effects.OfType<StopMonitoring>().Count();

        reborn.Happens(Alerting());
        Assert.Equal(stops + 1, reborn.Effects.OfType<StopMonitoring>().Count());
        reborn.Answer(reborn.Last<StopMonitoring>().Token);
        reborn.After(reborn.Limits.Gateway.RequestTimeout);
        reborn.Fire(reborn.Last<StartTimer>().Token);
        reborn.Answer(reborn.Last<StopMonitoring>().Token);

        Assert.Equal(stops + 2, reborn.Effects.OfType<StopMonitoring>().Count());
        Assert.Null(reborn.State.Leaving);
    }

    [Fact]
    public void A_call_that_is_to_be_left_is_left_by_the_next_bot_where_this_one_dies()
    {
        _before.SignedIn().Ask(id => new MonitorRequested(id, Place, Agent, MonitoringMode.Whisper));
        _before.Fire(_before.State.Monitoring!.Token);
        var reborn = _before.Reborn();

        Assert.Equal((Agent, MonitoringMode.Whisper), (reborn.Last<StopMonitoring>().WorkNo, reborn.Last<StopMonitoring>().Mode));
        reborn.Answer(reborn.Last<StopMonitoring>().Token);
        Assert.Null(reborn.State.Leaving);
    }

    [Fact]
    public void A_call_is_left_again_while_the_gateway_does_not_answer_but_not_for_ever()
    {
        _before.SignedIn().Ask(id => new MonitorRequested(id, Place, Agent, MonitoringMode.Listen));
        _before.Fire(_before.State.Monitoring!.Token);
        for (var n = 0; _before.State.Leaving is not null; n++)
        {
            Assert.InRange(n, 0, 10);
            _before.Answer(_before.Last<StopMonitoring>().Token, new Unreachable(GatewayFault.Connection));
            _before.Fire(_before.Last<StartTimer>().Token);
        }

        Assert.InRange(_before.Effects.OfType<StopMonitoring>().Count(), 2, 10);
    }

    [Fact]
    public void A_phone_that_was_put_down_while_the_bot_was_away_does_not_count_as_picked_up()
    {
        _before.SignedIn().Monitoring();
        var reborn = _before.Reborn(TimeSpan.FromSeconds(5));
        reborn.ReadBack(false, [], [Call]);
        reborn.Ask(id => new MonitorRequested(id, Place, Agent, MonitoringMode.Listen));
        reborn.Happens(StateIs(AgentStateKind.Busy));
        reborn.Happens(Alerting());
        reborn.Answer(reborn.Last<StartMonitoring>().Token);
        reborn.Fire(reborn.Last<StartTimer>().Token);

        Assert.Equal(MonitoringPhase.PhoneRinging, reborn.State.Monitoring!.View.Phase);
        reborn.Happens(OffHook());
        Assert.Equal(MonitoringPhase.Active, reborn.State.Monitoring.View.Phase);
    }

    [Fact]
    public void A_phone_that_is_kept_open_over_a_restart_counts_as_picked_up_when_it_does_not_ring()
    {
        _before.SignedIn().Happens(OffHook());
        var reborn = _before.Reborn();
        reborn.Ask(id => new MonitorRequested(id, Place, Agent, MonitoringMode.Listen));
        reborn.Answer(reborn.Last<StartMonitoring>().Token);
        reborn.Happens(StateIs(AgentStateKind.Busy));
        Assert.Equal(MonitoringPhase.Requested, reborn.State.Monitoring!.View.Phase);
        reborn.Fire(reborn.Last<StartTimer>().Token);

        Assert.Equal(MonitoringPhase.Active, reborn.State.Monitoring.View.Phase);
    }

    [Fact]
    public void Who_listened_before_the_press_goes_on_listening()
    {
        var id = _before.SignedIn().Monitoring().Propose();
        _before.Press(id);
        var reborn = _before.Reborn();

        Assert.Equal(InterceptionOutcome.NotDone, reborn.Interception.Outcome);
        Assert.Equal(MonitoringPhase.Active, reborn.State.Monitoring!.View.Phase);
        Assert.Empty(reborn.Effects.OfType<StopMonitoring>());
    }

    [Fact]
    public void What_was_sent_is_read_back_at_once_and_told_as_done_when_it_is_seen()
    {
        var id = _before.Sent();
        var reborn = _before.Reborn();
        Assert.Equal(Agent, reborn.Last<ReadBack>().WorkNo);
        reborn.ReadBack(true, [Own], []);

        Assert.Equal(InterceptionOutcome.Done, reborn.Interception.Outcome);
        Assert.Equal((id, Call), (reborn.State.Talk!.View.OperationId, reborn.State.Talk.View.CallId));
        Assert.Empty(reborn.Effects.OfType<SendIntercept>());
        Assert.Equal(MonitoringEnd.Intercepted, reborn.LastNotice<MonitoringNotice>().Monitoring.End);
    }

    [Fact]
    public void What_was_sent_and_begins_to_talk_later_is_done()
    {
        _before.Sent();
        var reborn = _before.Reborn();
        reborn.ReadBack(true, [], [Call]);
        Assert.NotEqual(InterceptionStep.Decided, reborn.Interception.Step);
        reborn.Talking("1477393999-7");

        Assert.Equal(InterceptionOutcome.Done, reborn.Interception.Outcome);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(30)]
    [InlineData(3600)]
    [InlineData(-3600)]
    public void Not_done_is_said_only_when_the_intercept_can_no_longer_be_on_its_way_and_the_talk_had_its_time(int secondsAway)
    {
        var id = _before.Sent();
        var reborn = _before.Reborn(TimeSpan.FromSeconds(secondsAway));
        var talking = reborn.InterceptionOptions.TalkingTimeout;
        var due = reborn.Effects.OfType<StartTimer>().Single(timer => timer.Token == reborn.State.Interceptions[id].Token).Due;
        Assert.InRange(due, talking, reborn.Limits.InFlight + talking);
        Assert.True(TimeSpan.FromSeconds(secondsAway) + due >= reborn.Limits.InFlight + talking || secondsAway < 0);

        reborn.ReadBack(true, [], [Call]);
        Assert.NotEqual(InterceptionStep.Decided, reborn.Interception.Step);
        reborn.After(due);
        reborn.Fire(reborn.State.Interceptions[id].Token);
        reborn.ReadBack(true, [], [Call]);

        Assert.Equal(InterceptionOutcome.NotDone, reborn.Interception.Outcome);
    }

    [Fact]
    public void A_gateway_that_cannot_be_reached_leaves_it_open_until_the_deadline_and_unknown_then()
    {
        var id = _before.Sent();
        var reborn = _before.Reborn();
        reborn.ReadBack(null, null, null);
        reborn.Take(new PollFailed(new Unreachable(GatewayFault.Connection), 1, TimeSpan.FromSeconds(1)));
        Assert.NotEqual(InterceptionStep.Decided, reborn.Interception.Step);

        reborn.Fire(reborn.State.Interceptions[id].Token);
        reborn.ReadBack(null, null, null);

        Assert.Equal(InterceptionOutcome.Unknown, reborn.Interception.Outcome);
        Assert.DoesNotContain(id, reborn.Released);
    }

    [Fact]
    public void What_waits_for_its_press_can_be_pressed_until_it_expires()
    {
        var id = _before.SignedIn().Monitoring().Propose();
        var reborn = _before.Reborn(TimeSpan.FromSeconds(10));

        Assert.Contains(reborn.Effects.OfType<StartTimer>(), timer => timer.Due == reborn.InterceptionOptions.ConfirmationLifetime - TimeSpan.FromSeconds(10));
        Assert.Equal(PressResult.TookEffect, reborn.Press(id).Result);
    }

    [Fact]
    public void What_waited_too_long_for_its_press_is_told_as_expired()
    {
        _before.SignedIn().Propose();
        var reborn = _before.Reborn(TimeSpan.FromMinutes(2));

        Assert.Equal(InterceptionOutcome.Expired, reborn.LastNotice<InterceptionNotice>().Interception.Outcome);
    }

    [Fact]
    public void A_session_whose_credentials_are_lost_is_told_and_what_was_sent_is_unknown()
    {
        var id = _before.Sent();
        var reborn = _before.Reborn(hasCredentials: false);

        Assert.Equal(ProblemKind.SessionEnded, reborn.LastNotice<SignedOutNotice>().Cause!.Kind);
        Assert.False(reborn.LastNotice<SignedOutNotice>().SignsInAgain);
        Assert.Equal((SessionStatus.SignedOut, InterceptionOutcome.Unknown), (reborn.State.Status, reborn.Interception.Outcome!.Value));
        Assert.Equal(id, reborn.State.Unsettled);
        Assert.Empty(reborn.Released);
        Assert.Empty(reborn.Effects.OfType<SignIn>());
    }

    [Theory]
    [InlineData(true, true, false, InterceptionOutcome.Done)]
    [InlineData(false, false, true, InterceptionOutcome.NotDone)]
    [InlineData(false, false, false, InterceptionOutcome.Unknown)]
    public void A_later_sign_in_settles_what_was_unknown(bool working, bool own, bool agentHasIt, InterceptionOutcome expected)
    {
        var id = _before.Sent();
        var reborn = _before.Reborn(TimeSpan.FromMinutes(5), hasCredentials: false);
        reborn.SignedIn();
        reborn.ReadBack(working, own ? [Own] : [], agentHasIt ? [Call] : []);

        Assert.Equal(expected, reborn.Interception.Outcome);
        Assert.Null(reborn.State.Unsettled);
        Assert.Equal(own ? [] : [id], reborn.Released.Distinct());
        Assert.Equal(own, reborn.State.Talk is not null);
    }

    [Fact]
    public void A_sign_in_that_comes_at_once_still_waits_for_the_talks_time_before_it_says_not_done()
    {
        _before.Sent();
        var reborn = _before.Reborn(hasCredentials: false);
        reborn.SignedIn();
        reborn.ReadBack(false, [], [Call]);
        Assert.Equal(InterceptionOutcome.Unknown, reborn.Interception.Outcome);

        reborn.After(reborn.Last<StartTimer>().Due);
        reborn.Fire(reborn.Last<StartTimer>().Token);
        reborn.ReadBack(false, [], [Call]);
        Assert.Equal(InterceptionOutcome.NotDone, reborn.Interception.Outcome);
    }

    [Theory]
    [InlineData(ResultCodes.NotSignedIn, 1)]
    [InlineData(ResultCodes.NoRight, 5)]
    public void By_option_a_lost_session_is_begun_again_but_never_by_force(string code, int inARow)
    {
        _before.SessionOptions.SignInAgain = true;
        _before.SignedIn().Take(new PollFailed(new Refused(new ResultCode(code)), inARow, TimeSpan.FromSeconds(1)));

        Assert.True(_before.LastNotice<SignedOutNotice>().SignsInAgain);
        Assert.Equal(SessionStatus.SigningIn, _before.State.Status);
        Assert.Equal(2, _before.Effects.OfType<SignIn>().Count());
        Assert.False(_before.Last<SignIn>().TakeOver);
        _before.Take(new SignInAnswered(_before.Last<SignIn>().Token, null, true));
        Assert.True(_before.State.IsSignedIn);
    }

    [Fact]
    public void A_sign_out_by_somebody_else_is_told_as_such_and_not_undone()
    {
        _before.SessionOptions.SignInAgain = true;
        _before.SignedIn().Happens(new ShutdownEvent("AgentOther_ShutdownService", 1001, null, null));

        Assert.Equal(ProblemKind.SignedOutElsewhere, _before.LastNotice<SignedOutNotice>().Cause!.Kind);
        Assert.Equal(SessionStatus.SignedOut, _before.State.Status);
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    public void The_end_of_an_earlier_sign_in_is_not_this_ones(int seconds, bool goesOn)
    {
        var login = _before.Now;
        _before.Ask(id => new SignInRequested(id, Place));
        _before.Take(new SignInAnswered(_before.Last<SignIn>().Token, null, true, login));
        var reborn = _before.Reborn();
        reborn.Happens(new ShutdownEvent("AgentOther_ShutdownService", 1001, null, login + TimeSpan.FromSeconds(seconds)));

        Assert.Equal(goesOn, reborn.State.IsSignedIn);
    }

    [Fact]
    public void A_sign_in_that_was_cut_off_is_told_and_can_be_asked_again()
    {
        _before.Ask(id => new SignInRequested(id, Place));
        var reborn = _before.Reborn(hasCredentials: false);

        Assert.Equal(ProblemKind.BotRestarted, reborn.LastNotice<SignInFailedNotice>().Problem.Kind);
        Assert.Empty(reborn.Effects);
        Assert.True(reborn.Ask(id => new SignInRequested(id, Place)).Accepted);
    }

    [Fact]
    public void A_sign_out_that_was_cut_off_is_asked_again()
    {
        _before.SignedIn().Ask(id => new SignOutRequested(id, Place));
        var reborn = _before.Reborn();
        reborn.Answer(reborn.Last<SignOut>().Token);

        Assert.Equal(SessionStatus.SignedOut, reborn.State.Status);
        Assert.Null(reborn.LastNotice<SignedOutNotice>().Cause);
    }

    [Fact]
    public void A_switch_that_was_cut_off_leaves_the_mode_uncertain()
    {
        _before.SignedIn().Monitoring().Ask(id => new SwitchRequested(id, Place, MonitoringMode.Insert));
        var reborn = _before.Reborn();

        Assert.True(reborn.State.Monitoring!.View.ModeUncertain);
        Assert.Null(reborn.State.Pending);
    }

    [Fact]
    public void A_stop_that_was_cut_off_is_asked_again()
    {
        _before.SignedIn().Monitoring().Ask(id => new StopRequested(id, Place));
        var reborn = _before.Reborn();
        reborn.Answer(reborn.Last<StopMonitoring>().Token);
        reborn.Happens(PhoneReleased());

        Assert.Equal(MonitoringEnd.Asked, reborn.LastNotice<MonitoringNotice>().Monitoring.End);
    }

    [Fact]
    public void A_hang_up_that_was_cut_off_is_not_asked_again_but_told_as_what_became_of_it()
    {
        _before.Sent();
        _before.Talking();
        _before.Ask(id => new HangUpRequested(id, Place));
        _before.After(TimeSpan.FromSeconds(1));
        var reborn = _before.Reborn(TimeSpan.FromSeconds(1));
        reborn.ReadBack(false, [], [Call]);

        Assert.Equal(TalkChange.EndedByInspector, reborn.LastNotice<TalkNotice>().Change);
        Assert.Empty(reborn.Effects.OfType<HangUp>());
    }

    [Theory]
    [InlineData(true, true, true)]
    [InlineData(true, false, true)]
    [InlineData(false, false, false)]
    [InlineData(null, null, true)]
    public void A_talk_goes_on_as_long_as_its_call_is_the_inspectors(bool? working, bool? own, bool goesOn)
    {
        _before.Sent();
        _before.Talking();
        var reborn = _before.Reborn(TimeSpan.FromSeconds(5));
        reborn.ReadBack(working, own switch { true => [Own], false => [], null => null }, [Call]);

        Assert.Equal(goesOn, reborn.State.Talk is not null);
        Assert.Equal(!goesOn, reborn.Notices.OfType<TalkNotice>().Any(notice => notice.Change == TalkChange.Ended));
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    [InlineData(null, true)]
    public void A_monitoring_goes_on_as_long_as_the_inspector_is_on_a_call(bool? working, bool goesOn)
    {
        var reborn = _before.SignedIn().Monitoring().Reborn(TimeSpan.FromSeconds(5));
        reborn.ReadBack(working, [], [Call]);

        Assert.Equal(goesOn, reborn.State.Monitoring is not null);
        Assert.Equal(!goesOn, reborn.Notices.OfType<MonitoringNotice>().Any(notice => notice.Monitoring.End == MonitoringEnd.PhoneReleased));
    }

    [Fact]
    public void A_dead_nodes_last_poll_is_waited_out_and_the_state_read_once_more()
    {
        var reborn = _before.SignedIn().Monitoring().Reborn(TimeSpan.FromSeconds(5));
        reborn.ReadBack(true, [], [Call]);
        reborn.After(reborn.Last<StartTimer>().Due);
        reborn.Fire(reborn.Last<StartTimer>().Token);

        Assert.Equal(2, reborn.Effects.OfType<ReadBack>().Count());
    }

    [Fact]
    public void After_failed_polls_the_state_is_read_back_once_when_the_gateway_answers_again()
    {
        _before.SignedIn().Monitoring();
        for (var n = 1; n <= 3; n++)
        {
            _before.Take(new PollFailed(new Unknown(GatewayFault.Dropped), n, TimeSpan.FromSeconds(n)));
        }

        Assert.Empty(_before.Effects.OfType<ReadBack>());
        _before.Take(new PollAnswered());
        _before.Take(new PollAnswered());
        Assert.Single(_before.Effects.OfType<ReadBack>());
        _before.After(TimeSpan.FromSeconds(1));
        _before.ReadBack(false, [], []);
        _before.Take(new PollAnswered());

        Assert.Null(_before.State.Monitoring);
        Assert.Single(_before.Effects.OfType<ReadBack>());
    }

    [Fact]
    public void A_talk_whose_beginning_was_lost_is_found_where_nothing_was_known_to_go_on()
    {
        var reborn = _before.SignedIn().Reborn(TimeSpan.FromSeconds(5));
        Assert.Null(reborn.Last<ReadBack>().WorkNo);
        reborn.ReadBack(false, [], null);
        Assert.Null(reborn.State.Talk);

        reborn.After(TimeSpan.FromSeconds(20));
        reborn.Take(new PollFailed(new Unknown(GatewayFault.Dropped), 0, TimeSpan.FromSeconds(1)));
        reborn.Take(new PollAnswered());
        reborn.ReadBack(true, [Own], null);

        Assert.Equal(Call, reborn.State.Talk!.View.CallId);
        Assert.Equal(Refusal.InACall, reborn.Ask(id => new MonitorRequested(id, Place, Agent, MonitoringMode.Listen)).Refusal);
    }

    [Fact]
    public void Where_nothing_goes_on_polls_that_fail_again_and_again_have_the_state_read_now_and_then_only()
    {
        _before.SignedIn();
        for (var n = 0; n < 20; n++)
        {
            _before.After(TimeSpan.FromSeconds(1));
            _before.Take(new PollFailed(new Unknown(GatewayFault.Dropped), 0, TimeSpan.FromSeconds(1)));
            _before.Take(new PollAnswered());
            if (_before.State.Recheck is not null)
            {
                _before.ReadBack(false, [], null);
            }
        }

        Assert.Equal(2, _before.Effects.OfType<ReadBack>().Count());
    }

    [Fact]
    public void A_state_that_is_not_told_is_asked_for_three_times_and_not_for_ever()
    {
        _before.SignedIn().Monitoring().Take(new PollFailed(new Unknown(GatewayFault.Dropped), 0, TimeSpan.FromSeconds(1)));
        for (var n = 0; n < 10; n++)
        {
            _before.Take(new PollAnswered());
            if (_before.State.Recheck is not null)
            {
                _before.ReadBack(null, null, null);
            }
        }

        Assert.Equal(3, _before.Effects.OfType<ReadBack>().Count());
    }

    [Fact]
    public void What_has_ended_while_the_state_was_read_is_not_begun_again_by_it()
    {
        _before.Sent();
        _before.Talking();
        _before.Take(new PollFailed(new Unknown(GatewayFault.Dropped), 0, TimeSpan.FromSeconds(1)));
        _before.Take(new PollAnswered());
        _before.Happens(PhoneReleased());
        _before.ReadBack(true, [Own], null);

        Assert.Null(_before.State.Talk);
    }

    [Fact]
    public void A_call_that_the_agent_may_still_have_is_not_the_inspectors()
    {
        _before.Sent();
        var reborn = _before.Reborn();
        reborn.ReadBack(true, [Own], null);

        Assert.NotEqual(InterceptionStep.Decided, reborn.Interception.Step);
        Assert.Null(reborn.State.Talk);
    }

    [Fact]
    public void A_sign_out_that_the_gateway_had_done_is_not_undone()
    {
        _before.SessionOptions.SignInAgain = true;
        _before.SignedIn().Ask(id => new SignOutRequested(id, Place));
        var reborn = _before.Reborn(hasCredentials: false);

        Assert.Equal(SessionStatus.SignedOut, reborn.State.Status);
        Assert.Null(reborn.LastNotice<SignedOutNotice>().Cause);
        Assert.Empty(reborn.Effects.OfType<SignIn>());
    }

    [Fact]
    public void A_clock_that_was_set_back_makes_the_settling_wait_no_longer_than_the_whole_time()
    {
        _before.Sent();
        var reborn = _before.Reborn(TimeSpan.FromHours(-1), hasCredentials: false);
        reborn.SignedIn();
        reborn.ReadBack(false, [], [Call]);

        Assert.Equal(reborn.Limits.InFlight + reborn.InterceptionOptions.TalkingTimeout, reborn.Last<StartTimer>().Due);
    }

    [Fact]
    public void Answers_no_right_count_in_a_row_whatever_was_not_answered_between_them()
    {
        var noRight = new Refused(new ResultCode(ResultCodes.NoRight));
        var doubts = new GatewayFailure?[] { noRight, new Unknown(GatewayFault.Timeout), new Refused(new ResultCode(ResultCodes.SwitchingOver)), noRight }
            .Aggregate(0, EventSource.DoubtsAfter);

        Assert.Equal(2, doubts);
        Assert.Equal(0, EventSource.DoubtsAfter(0, new Unreachable(GatewayFault.Connection)));
        Assert.Equal(0, EventSource.DoubtsAfter(doubts, null));
        Assert.Equal(0, EventSource.DoubtsAfter(doubts, new Refused(new ResultCode(ResultCodes.ResourceUnavailable))));
    }

    [Fact]
    public void What_began_while_the_state_was_read_is_not_judged_by_it()
    {
        _before.SignedIn().Monitoring().Take(new PollFailed(new Unknown(GatewayFault.Dropped), 1, TimeSpan.FromSeconds(1)));
        _before.Take(new PollAnswered());
        _before.After(TimeSpan.FromMilliseconds(10));
        _before.Happens(PhoneReleased());
        Assert.True(_before.Ask(id => new MonitorRequested(id, Place, Agent, MonitoringMode.Listen)).Accepted);
        _before.Happens(OffHook());
        _before.ReadBack(false, [], []);

        Assert.Equal(MonitoringPhase.Active, _before.State.Monitoring!.View.Phase);
    }

    [Theory]
    [InlineData("105-001")]
    [InlineData("105-004")]
    [InlineData(ResultCodes.SwitchingOver)]
    public void A_gateway_that_is_switched_over_loses_no_session_before_the_silence_does(string code)
    {
        _before.SignedIn().Take(new PollFailed(new Refused(new ResultCode(code)), 50, TimeSpan.FromSeconds(110)));
        Assert.True(_before.State.IsSignedIn);

        _before.Take(new PollFailed(new Refused(new ResultCode(code)), 51, _before.SessionOptions.SilenceLimit));
        Assert.False(_before.State.IsSignedIn);
    }

    [Fact]
    public void A_second_card_of_the_same_inspector_is_told_that_the_call_is_being_taken()
    {
        var id = _before.SignedIn().Monitoring().Propose();
        _before.Press(id);
        _before.Take(new ClaimAnswered(id, new ClaimAnswer(false, "Alex Wilber", 1001)));

        Assert.Equal((InterceptionOutcome.Busy, ProblemKind.AlreadyTaking), (_before.Interception.Outcome!.Value, _before.Interception.Problem!.Kind));
        Assert.Empty(_before.Released);
    }
}
