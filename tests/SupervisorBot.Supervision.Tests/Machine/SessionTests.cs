using SupervisorBot.Gateway.Events;
using SupervisorBot.Gateway.Monitoring;
using SupervisorBot.Gateway.Results;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.Monitoring;
using SupervisorBot.Supervision.Notices;
using SupervisorBot.Supervision.Sessions;
using SupervisorBot.Supervision.Sessions.Machine;
using SupervisorBot.Supervision.Talk;
using static SupervisorBot.Supervision.Tests.Machine.ScriptedSession;

namespace SupervisorBot.Supervision.Tests.Machine;

public sealed class SessionTests
{
    private readonly ScriptedSession _session = new();

    [Fact]
    public void Signing_in_begins_to_read_events()
    {
        _session.SignedIn();

        Assert.Single(_session.Effects.OfType<StartPolling>());
        Assert.True(_session.LastNotice<SignedInNotice>().MayInspect);
    }

    [Fact]
    public void A_failed_sign_in_tells_its_code_and_leaves_the_inspector_out()
    {
        _session.Ask(id => new SignInRequested(id, Place));
        _session.Take(new SignInAnswered(_session.Last<SignIn>().Token, new Refused(new ResultCode(ResultCodes.AlreadySignedIn)), null));

        Assert.Equal(SessionStatus.SignedOut, _session.State.Status);
        Assert.Equal(ResultCodes.AlreadySignedIn, _session.LastNotice<SignInFailedNotice>().Problem.Code);
    }

    [Fact]
    public void A_sign_in_and_a_sign_out_never_overlap()
    {
        _session.Ask(id => new SignInRequested(id, Place));
        Assert.Equal(Refusal.SigningInOrOut, _session.Ask(id => new SignInRequested(id, Place)).Refusal);
        Assert.Equal(Refusal.SigningInOrOut, _session.Ask(id => new SignOutRequested(id, Place)).Refusal);
        Assert.Single(_session.Effects.OfType<SignIn>());
    }

    [Fact]
    public void Without_a_password_no_sign_in_is_tried()
    {
        Assert.Equal(Refusal.NoPassword, _session.Ask(id => new SignInRequested(id, Place), hasPassword: false).Refusal);
        Assert.Empty(_session.Effects);
    }

    [Fact]
    public void A_redelivered_request_does_nothing_twice()
    {
        var request = new Asked(new SignInRequested("same", Place), "", true);
        _session.Take(request);
        var again = (Receipt)_session.Take(request).Reply!;

        Assert.True(again.Accepted && again.Repeated);
        Assert.Single(_session.Effects.OfType<SignIn>());
    }

    [Theory]
    [InlineData(ResultCodes.NotSignedIn, 1, true)]
    [InlineData(ResultCodes.NoRight, 1, false)]
    [InlineData(ResultCodes.NoRight, 5, true)]
    public void A_poll_refused_ends_the_session_when_it_is_sure(string code, int inARow, bool ended)
    {
        _session.SignedIn();
        _session.Take(new PollFailed(new Refused(new ResultCode(code)), inARow, TimeSpan.Zero));

        Assert.Equal(ended, _session.State.Status == SessionStatus.SignedOut);
        Assert.Equal(ended, _session.Notices.OfType<SignedOutNotice>().Any(n => n.Cause is { Kind: ProblemKind.SessionEnded }));
    }

    [Fact]
    public void A_silent_gateway_ends_the_session_after_the_limit_and_not_before()
    {
        _session.SignedIn();
        _session.Take(new PollFailed(new Unreachable(GatewayFault.Connection), 40, _session.SessionOptions.SilenceLimit - TimeSpan.FromSeconds(1)));
        Assert.True(_session.State.IsSignedIn);

        _session.Take(new PollFailed(new Unreachable(GatewayFault.Connection), 41, _session.SessionOptions.SilenceLimit));
        Assert.Equal(SessionStatus.SignedOut, _session.State.Status);
        Assert.Single(_session.Effects.OfType<StopPolling>());
    }

    [Theory]
    [InlineData(MonitoringMode.Listen)]
    [InlineData(MonitoringMode.Insert)]
    [InlineData(MonitoringMode.Whisper)]
    public void Monitoring_is_active_only_when_the_phone_is_picked_up(MonitoringMode mode)
    {
        _session.SignedIn();
        _session.Ask(id => new MonitorRequested(id, Place, Agent, mode));
        Assert.Equal(mode, _session.Last<StartMonitoring>().Mode);
        _session.Answer(_session.Last<StartMonitoring>().Token);
        Assert.Equal(MonitoringPhase.PhoneRinging, _session.State.Monitoring!.View.Phase);
        _session.Happens(OffHook());

        Assert.Equal(MonitoringPhase.Active, _session.LastNotice<MonitoringNotice>().Monitoring.Phase);
    }

    [Fact]
    public void Events_may_come_before_the_answer()
    {
        _session.SignedIn();
        _session.Ask(id => new MonitorRequested(id, Place, Agent, MonitoringMode.Listen));
        _session.Happens(Alerting());
        _session.Happens(OffHook());
        _session.Answer(_session.Last<StartMonitoring>().Token);

        Assert.Equal(MonitoringPhase.Active, _session.State.Monitoring!.View.Phase);
    }

    [Fact]
    public void A_phone_that_is_kept_open_counts_as_picked_up_when_the_inspector_is_occupied()
    {
        _session.SignedIn();
        _session.Happens(OffHook());
        _session.Ask(id => new MonitorRequested(id, Place, Agent, MonitoringMode.Listen));
        _session.Answer(_session.Last<StartMonitoring>().Token);
        Assert.Equal(MonitoringPhase.Requested, _session.State.Monitoring!.View.Phase);
        _session.Happens(StateIs(AgentStateKind.Busy));

        Assert.Equal(MonitoringPhase.Active, _session.State.Monitoring.View.Phase);
    }

    [Fact]
    public void A_refused_listen_is_told_with_its_code()
    {
        _session.SignedIn();
        _session.Ask(id => new MonitorRequested(id, Place, Agent, MonitoringMode.Listen));
        _session.Refuse(_session.Last<StartMonitoring>().Token, ResultCodes.WrongInspectionState);

        var told = _session.LastNotice<MonitoringNotice>().Monitoring;
        Assert.Equal((MonitoringPhase.Failed, ResultCodes.WrongInspectionState), (told.Phase, told.Problem!.Code));
        Assert.Null(_session.State.Monitoring);
    }

    [Fact]
    public void A_phone_not_picked_up_gives_the_listen_up_and_detaches()
    {
        _session.SignedIn();
        _session.Ask(id => new MonitorRequested(id, Place, Agent, MonitoringMode.Listen));
        _session.Answer(_session.Last<StartMonitoring>().Token);
        _session.Fire(_session.State.Monitoring!.Token);

        Assert.Equal(ProblemKind.PhoneNotPickedUp, _session.LastNotice<MonitoringNotice>().Monitoring.Problem!.Kind);
        Assert.Single(_session.Effects.OfType<StopMonitoring>());
    }

    [Fact]
    public void Oneself_nobody_monitors()
    {
        _session.SignedIn();
        Assert.Equal(Refusal.Self, _session.Ask(id => new MonitorRequested(id, Place, Alex.AgentId, MonitoringMode.Listen)).Refusal);
    }

    [Fact]
    public void A_second_agent_is_refused_with_the_first_ones_number()
    {
        var receipt = _session.SignedIn().Monitoring().Ask(id => new MonitorRequested(id, Place, 2002, MonitoringMode.Listen));
        Assert.Equal((Refusal.AlreadyMonitoring, Agent), (receipt.Refusal, receipt.WorkNo));
    }

    [Fact]
    public void A_switch_is_told_when_the_gateway_accepted_it()
    {
        _session.SignedIn().Monitoring().Ask(id => new SwitchRequested(id, Place, MonitoringMode.Whisper));
        Assert.Equal(MonitoringMode.Listen, _session.State.Monitoring!.View.Mode);
        _session.Answer(_session.Last<SwitchMode>().Token);

        Assert.Equal(MonitoringMode.Whisper, _session.LastNotice<MonitoringNotice>().Monitoring.Mode);
    }

    [Fact]
    public void A_switch_without_an_answer_leaves_the_mode_uncertain_and_can_be_asked_again()
    {
        _session.SignedIn().Monitoring().Ask(id => new SwitchRequested(id, Place, MonitoringMode.Insert));
        _session.Answer(_session.Last<SwitchMode>().Token, new Unknown(GatewayFault.Timeout));

        Assert.True(_session.LastNotice<MonitoringNotice>().Monitoring.ModeUncertain);
        Assert.True(_session.Ask(id => new SwitchRequested(id, Place, MonitoringMode.Listen)).Accepted);
        _session.Answer(_session.Last<SwitchMode>().Token);
        Assert.False(_session.State.Monitoring!.View.ModeUncertain);
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public void A_stop_refused_as_not_monitoring_asks_whether_one_is_on_a_call(bool working, bool ended)
    {
        _session.SignedIn().Monitoring().Ask(id => new StopRequested(id, Place));
        _session.Refuse(_session.Last<StopMonitoring>().Token, ResultCodes.ResourceUnavailable);
        Assert.Single(_session.Effects.OfType<ReadOwnStatus>());
        _session.Take(new OwnStatusRead(new SupervisorBot.Gateway.Agents.AgentStatus(default, working)));

        Assert.Equal(ended, _session.State.Monitoring is null);
    }

    [Fact]
    public void A_clock_that_jumps_ends_no_session()
    {
        _session.SignedIn();
        _session.After(TimeSpan.FromHours(3));
        _session.Take(new PollFailed(new Unreachable(GatewayFault.Connection), 1, TimeSpan.FromSeconds(1)));

        Assert.True(_session.State.IsSignedIn);
    }

    [Fact]
    public void A_lost_session_tells_what_it_loses_sight_of()
    {
        _session.Sent();
        _session.Talking();
        _session.Take(new PollFailed(new Refused(new ResultCode(ResultCodes.NotSignedIn)), 1, TimeSpan.Zero));

        Assert.Equal(TalkChange.LostSight, _session.LastNotice<TalkNotice>().Change);
        Assert.Equal(SessionStatus.SignedOut, _session.State.Status);
    }

    [Fact]
    public void A_stop_counts_when_the_phone_is_released()
    {
        _session.SignedIn().Monitoring().Ask(id => new StopRequested(id, Place));
        _session.Answer(_session.Last<StopMonitoring>().Token);
        Assert.NotNull(_session.State.Monitoring);
        _session.Happens(PhoneReleased());

        var told = _session.LastNotice<MonitoringNotice>().Monitoring;
        Assert.Equal((MonitoringPhase.Ended, MonitoringEnd.Asked, null), (told.Phase, told.End, told.Problem));
        Assert.Null(_session.State.Pending);
    }

    [Fact]
    public void A_stop_without_the_phones_release_says_so()
    {
        _session.SignedIn().Monitoring().Ask(id => new StopRequested(id, Place));
        var token = _session.Last<StopMonitoring>().Token;
        _session.Answer(token);
        _session.Fire(token);

        var told = _session.LastNotice<MonitoringNotice>().Monitoring;
        Assert.Equal((MonitoringEnd.Asked, ProblemKind.TimedOut), (told.End, told.Problem!.Kind));
    }

    [Fact]
    public void Hanging_up_the_phone_ends_the_monitoring()
    {
        _session.SignedIn().Monitoring().Happens(PhoneReleased(2));

        Assert.Equal(MonitoringEnd.PhoneReleased, _session.LastNotice<MonitoringNotice>().Monitoring.End);
    }

    [Fact]
    public void The_number_of_a_refused_sign_out_is_given_to_nothing_else()
    {
        _session.SignedIn().Ask(id => new SignOutRequested(id, Place));
        var signOut = _session.Last<SignOut>().Token;
        _session.Refuse(signOut, ResultCodes.SignOutWrongState);

        _session.Ask(id => new MonitorRequested(id, Place, Agent, MonitoringMode.Listen));

        Assert.NotEqual(signOut, _session.Last<StartMonitoring>().Token);
    }

    [Fact]
    public void A_sign_out_leaves_the_monitored_call_first()
    {
        _session.SignedIn().Monitoring().Ask(id => new SignOutRequested(id, Place));
        Assert.Equal(Agent, _session.Last<SignOut>().MonitoredWorkNo);
        _session.Answer(_session.Last<SignOut>().Token);

        Assert.Null(_session.LastNotice<SignedOutNotice>().Cause);
        Assert.Equal(MonitoringEnd.SignedOut, _session.LastNotice<MonitoringNotice>().Monitoring.End);
    }

    [Fact]
    public void Nobody_is_signed_out_of_a_talk()
    {
        _session.Sent();
        _session.Talking();
        Assert.Equal(Refusal.InACall, _session.Ask(id => new SignOutRequested(id, Place)).Refusal);
    }

    [Fact]
    public void Hold_and_resume_follow_the_events()
    {
        _session.Sent();
        _session.Talking();
        _session.Happens(new HoldEvent("AgentEvent_Hold", 1001, null, Call));
        Assert.Equal(TalkChange.Held, _session.LastNotice<TalkNotice>().Change);
        _session.Talking();

        Assert.Equal((TalkChange.Resumed, TalkPhase.Talking), (_session.LastNotice<TalkNotice>().Change, _session.State.Talk!.View.Phase));
    }

    public static TheoryData<int[], TalkChange> Ends => new()
    {
        // 1: the customer left; 2: the inspector's call was released; 3: platform released the phone; 4: the inspector did.
        { [1, 2, 3], TalkChange.EndedByCustomer },
        { [2, 1, 4], TalkChange.EndedByInspector },
        { [1, 2, 4], TalkChange.EndedByInspector },
        { [3], TalkChange.Ended },
    };

    [Theory]
    [MemberData(nameof(Ends))]
    public void Who_hung_up_is_read_from_the_events(int[] events, TalkChange expected)
    {
        var id = _session.Sent();
        _session.Talking();
        _session.After(TimeSpan.FromSeconds(95));
        foreach (var which in events)
        {
            _session.Happens(which switch { 1 => CustomerReleased(), 2 => CallReleased(), 3 => PhoneReleased(3), _ => PhoneReleased(2) });
        }

        var told = _session.LastNotice<TalkNotice>();
        Assert.Equal(expected, told.Change);
        Assert.Equal(TimeSpan.FromSeconds(95), told.Talk.EndedAt - told.Talk.BeganAt);
        Assert.Null(_session.State.Talk);
        Assert.Equal(id, _session.Released.Last());
    }

    [Fact]
    public void The_end_is_told_even_when_the_phones_release_never_comes()
    {
        _session.Sent();
        _session.Talking();
        _session.Happens(CustomerReleased());
        _session.Fire(_session.State.Talk!.SettleToken);

        Assert.Equal(TalkChange.EndedByCustomer, _session.LastNotice<TalkNotice>().Change);
    }

    [Fact]
    public void A_hang_up_counts_as_the_inspectors()
    {
        _session.Sent();
        _session.Talking();
        Assert.True(_session.Ask(id => new HangUpRequested(id, Place)).Accepted);
        _session.Answer(_session.Last<HangUp>().Token);
        _session.Happens(CallReleased());
        _session.Happens(CustomerReleased());
        _session.Happens(PhoneReleased());

        Assert.Equal(TalkChange.EndedByInspector, _session.LastNotice<TalkNotice>().Change);
        Assert.Null(_session.State.Pending);
    }

    [Fact]
    public void Without_a_talk_there_is_nothing_to_hang_up()
    {
        Assert.Equal(Refusal.NoCall, _session.SignedIn().Monitoring().Ask(id => new HangUpRequested(id, Place)).Refusal);
    }
}
