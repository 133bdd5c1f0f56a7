using SupervisorBot.Gateway.Agents;
using SupervisorBot.Gateway.Events;
using SupervisorBot.Gateway.Results;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.Notices;
using SupervisorBot.Supervision.Sessions.Machine;
using SupervisorBot.Supervision.Talk;
using SupervisorBot.Supervision.Tests.Audit;
using static SupervisorBot.Supervision.Tests.Machine.ScriptedSession;

namespace SupervisorBot.Supervision.Tests.Machine;

/// <summary>Holding, muting and handing on one's own talk.</summary>
public sealed class TalkMoveTests
{
    private static readonly Unknown s_lost = new(GatewayFault.Timeout);
    private readonly ScriptedSession _session = new();

    public TalkMoveTests()
    {
        _session.Sent();
        _session.Talking();
    }

    private TalkView Talk => _session.State.Talk!.View;

    [Fact]
    public void A_hold_is_sent_once_and_counts_when_its_event_comes()
    {
        Assert.True(Move(TalkMove.Hold).Accepted);
        Assert.Equal(Refusal.Busy, Move(TalkMove.Mute).Refusal);
        _session.Answer(Last().Token);
        Assert.Equal(TalkPhase.Talking, Talk.Phase);
        Assert.Empty(_session.Notices.OfType<RequestDoneNotice>());
        _session.Happens(Held());

        Assert.Equal((TalkPhase.OnHold, null), (Talk.Phase, _session.State.Pending));
        Assert.Equal(TalkMove.Hold, Assert.IsType<TalkMoveRequested>(_session.LastNotice<RequestDoneNotice>().Request).Move);
        Assert.Single(_session.Effects.OfType<MoveTalk>());
        Assert.Equal(Refusal.AlreadySo, Move(TalkMove.Hold).Refusal);
        Assert.Equal(Refusal.OnHold, Move(TalkMove.Mute).Refusal);
        Assert.Equal(Refusal.OnHold, Transfer(TransferTarget.Agent(2002)).Refusal);
        Assert.Equal(["Hold Asked", "Hold Answered 0", "Hold Decided Done"], Lines("Hold ").Take(3));
    }

    [Fact]
    public void An_event_before_the_answer_settles_it_and_the_answer_changes_nothing()
    {
        Move(TalkMove.Hold);
        _session.Happens(Held());
        var turn = _session.Take(new OperationAnswered(Last().Token, new Refused(new ResultCode(ResultCodes.HoldWrongState))));

        Assert.Equal((TalkPhase.OnHold, null), (Talk.Phase, Talk.Problem));
        Assert.Empty(turn.Notices);
    }

    [Theory]
    [InlineData(true, TalkPhase.OnHold, null)]
    [InlineData(false, TalkPhase.Talking, ProblemKind.TimedOut)]
    [InlineData(null, TalkPhase.Talking, ProblemKind.NoAnswer)]
    public void A_hold_without_an_answer_is_read_back_and_not_sent_again(bool? held, TalkPhase phase, ProblemKind? problem)
    {
        Move(TalkMove.Hold);
        _session.Answer(Last().Token, s_lost);
        Read(working: true, own: [Call], held switch { true => [Call], false => [], null => null });

        Assert.Equal((phase, problem), (Talk.Phase, Talk.Problem?.Kind));
        Assert.Equal(problem is null, _session.Notices.OfType<RequestDoneNotice>().Any());
        Assert.Equal(problem, _session.Notices.OfType<RequestFailedNotice>().LastOrDefault()?.Problem.Kind);
        Assert.Null(_session.State.Pending);
        Assert.Single(_session.Effects.OfType<MoveTalk>());
    }

    [Fact]
    public void An_accepted_hold_without_its_event_is_read_back_in_time()
    {
        Move(TalkMove.Hold);
        _session.Answer(Last().Token);
        _session.Fire(_session.State.Pending!.Token);
        Read(working: true, own: [Call], held: [Call]);

        Assert.Equal(TalkPhase.OnHold, Talk.Phase);
    }

    [Fact]
    public void Taking_back_counts_when_the_talk_goes_on()
    {
        _session.Happens(Held());
        Assert.True(Move(TalkMove.Resume).Accepted);
        Assert.Equal((TalkMove.Resume, Call), (Last().Move, Last().CallId));
        _session.Answer(Last().Token);
        _session.Talking();

        Assert.Equal((TalkPhase.Talking, null), (Talk.Phase, _session.State.Pending));
    }

    [Fact]
    public void Muting_counts_by_its_answer_as_nothing_else_tells_of_it()
    {
        Move(TalkMove.Mute);
        _session.Answer(Last().Token);
        Assert.Equal(TalkMute.On, Talk.Mute);
        Assert.Equal(Refusal.AlreadySo, Move(TalkMove.Mute).Refusal);

        Move(TalkMove.Unmute);
        _session.Answer(Last().Token, s_lost);
        Assert.Equal((TalkMute.NotCertain, ProblemKind.NoAnswer), (Talk.Mute, Talk.Problem?.Kind));
        Assert.True(Move(TalkMove.Mute).Accepted);
        _session.Refuse(Last().Token, "200-004");
        Assert.Equal((TalkMute.NotCertain, "200-004"), (Talk.Mute, Talk.Problem?.Code));
    }

    [Fact]
    public void A_refusal_that_there_is_no_call_has_the_talk_looked_at()
    {
        Move(TalkMove.Mute);
        _session.Refuse(Last().Token, ResultCodes.NothingToMute);
        _session.ReadBack(false, [], [Call]);

        Assert.Null(_session.State.Talk);
        Assert.Equal(TalkChange.Ended, _session.LastNotice<TalkNotice>().Change);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_transfer_ends_the_talk_as_transferred_whichever_of_answer_and_events_is_first(bool answerFirst)
    {
        Assert.True(Transfer(TransferTarget.Agent(2002)).Accepted);
        Assert.Equal("2002", Talk.TransferTo!.Address);
        var token = _session.Last<TransferTalk>().Token;
        if (answerFirst)
        {
            _session.Answer(token);
        }

        _session.Happens(CallReleased());
        _session.Happens(PhoneReleased());
        _session.Happens(StateIs(AgentStateKind.Ready));
        if (!answerFirst)
        {
            Assert.NotNull(_session.State.Talk);
            _session.Answer(token);
        }

        var told = _session.LastNotice<TalkNotice>();
        Assert.Equal((TalkChange.Transferred, TalkPhase.Ended, "2002"), (told.Change, told.Talk.Phase, told.Talk.TransferTo!.Address));
        Assert.Null(_session.State.Talk);
        Assert.Null(_session.State.Pending);
        Assert.IsType<TransferRequested>(_session.LastNotice<RequestDoneNotice>().Request);
        Assert.Single(_session.Effects.OfType<TransferTalk>());
        Assert.Contains("Transfer Decided Done", AuditLines.Of(_session.Audited));
        Assert.Contains(_session.Audited, entry => entry is { Act: Supervision.Audit.AuditAct.Transfer, WorkNo: 2002, CallId: Call });
    }

    [Fact]
    public void A_customer_who_hangs_up_during_a_transfer_was_not_transferred()
    {
        Transfer(TransferTarget.Agent(2002));
        _session.Answer(_session.Last<TransferTalk>().Token);
        _session.Happens(CustomerReleased());
        _session.Happens(PhoneReleased());

        Assert.Equal(TalkChange.EndedByCustomer, _session.LastNotice<TalkNotice>().Change);
        Assert.Null(_session.LastNotice<TalkNotice>().Talk.TransferTo);
        Assert.Equal(ProblemKind.CallEnded, _session.LastNotice<RequestFailedNotice>().Problem.Kind);
    }

    [Fact]
    public void A_transfer_that_nobody_takes_leaves_the_customer_with_the_inspector()
    {
        Transfer(TransferTarget.Agent(2002));
        _session.Answer(_session.Last<TransferTalk>().Token);
        _session.Fire(_session.State.Pending!.Token);
        Read(working: true, own: [Call], held: []);

        Assert.Equal((ProblemKind.TransferNotTaken, null), (Talk.Problem!.Kind, Talk.TransferTo));
        Assert.True(Transfer(null).Accepted);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_transfer_without_an_answer_is_not_sent_again_and_not_called_certain(bool byEvents)
    {
        Transfer(TransferTarget.Agent(2002));
        _session.Answer(_session.Last<TransferTalk>().Token, s_lost);
        if (byEvents)
        {
            _session.Happens(CallReleased());
            _session.Happens(PhoneReleased());
        }
        else
        {
            _session.Fire(_session.State.Pending!.Token);
            Read(working: false, own: [], held: []);
        }

        Assert.Equal(TalkChange.EndedInTransfer, _session.LastNotice<TalkNotice>().Change);
        Assert.Equal(ProblemKind.NoAnswer, _session.LastNotice<RequestFailedNotice>().Problem.Kind);
        Assert.Single(_session.Effects.OfType<TransferTalk>());
    }

    [Fact]
    public void Handing_back_is_a_transfer_to_the_agent_who_was_cut_off()
    {
        Assert.True(Transfer(null).Accepted);
        Assert.Equal(Agent, _session.Last<TransferTalk>().To.WorkNo);
        Assert.Contains("Transfer Asked HandBack", AuditLines.Of(_session.Audited));
    }

    [Fact]
    public void A_talk_that_was_not_taken_over_has_nobody_to_be_handed_back_to()
    {
        var session = new ScriptedSession().SignedIn();
        session.Talking();
        Assert.Equal(Refusal.NotTakenOver, session.Ask(id => new TransferRequested(id, Place, null)).Refusal);
        Assert.Equal(Refusal.Self, session.Ask(id => new TransferRequested(id, Place, TransferTarget.Agent(1001))).Refusal);
    }

    [Fact]
    public void What_was_meant_for_an_earlier_talk_does_nothing_to_this_one()
    {
        Assert.Equal(Refusal.NoCall, _session.Ask(id => new TalkMoveRequested(id, Place, TalkMove.Hold, "another")).Refusal);
        Assert.Equal(Refusal.NoCall, _session.Ask(id => new TransferRequested(id, Place, null, "another")).Refusal);
        Assert.Equal(Refusal.NoCall, _session.Ask(id => new HangUpRequested(id, Place, "another")).Refusal);
        Assert.Empty(_session.Effects.OfType<MoveTalk>());
    }

    [Fact]
    public void An_outside_number_is_told_and_stored_masked_alone()
    {
        Assert.True(TransferTarget.TryRead(TransferKind.Number, "0 30 / 1234-5678", out var number));
        Assert.Equal("03012345678", number.Address);
        Transfer(number);
        Assert.Equal("03012345678", _session.Last<TransferTalk>().To.Address);
        Assert.Equal("•••••••5678", Talk.TransferTo!.Address);

        var reborn = _session.Reborn();
        Assert.Equal("•••••••5678", Assert.IsType<TransferRequested>(reborn.State.Pending!.Request).To!.Address);
        Assert.Empty(reborn.Effects.OfType<TransferTalk>());
        Assert.DoesNotContain("3456", Supervision.Sessions.Stored.SessionDocument.Of(_session.State).Write());
    }

    [Theory]
    [InlineData(TransferKind.Agent, "99")]
    [InlineData(TransferKind.Agent, "20o1")]
    [InlineData(TransferKind.Queue, "")]
    [InlineData(TransferKind.Queue, "12345678901")]
    [InlineData(TransferKind.Number, "+49 30 1")]
    [InlineData(TransferKind.Number, "1234567890123456789012345")]
    public void What_is_no_address_is_no_target(TransferKind kind, string text) => Assert.False(TransferTarget.TryRead(kind, text, out _));

    [Fact]
    public void After_a_restart_a_transfer_under_way_is_read_back()
    {
        Transfer(TransferTarget.Agent(2002));
        _session.Answer(_session.Last<TransferTalk>().Token);
        _session.After(TimeSpan.FromSeconds(1));
        var reborn = _session.Reborn(TimeSpan.FromSeconds(1));
        reborn.ReadBack(false, [], [Call]);

        Assert.Equal(TalkChange.Transferred, reborn.LastNotice<TalkNotice>().Change);
        Assert.Empty(reborn.Effects.OfType<TransferTalk>());
    }

    [Fact]
    public void After_a_restart_a_hold_under_way_is_read_back_and_muting_stays()
    {
        Move(TalkMove.Mute);
        _session.Answer(Last().Token);
        Move(TalkMove.Hold);
        var reborn = _session.Reborn();
        Assert.Equal((TalkMute.On, Agent), (reborn.State.Talk!.View.Mute, reborn.State.Talk.View.FromWorkNo));
        reborn.Take(new TalkRead(reborn.Last<ReadTalk>().Token, new AgentStatus(AgentState.Talking, true), [Call], [Call]));

        Assert.Equal((TalkPhase.OnHold, null), (reborn.State.Talk!.View.Phase, reborn.State.Pending));
        Assert.Empty(reborn.Effects.OfType<MoveTalk>());
    }

    [Fact]
    public void The_end_of_the_session_leaves_a_transfer_uncertain()
    {
        Transfer(TransferTarget.Agent(2002));
        _session.Happens(new ShutdownEvent("AgentOther_ShutdownService", 1001, null, null));

        Assert.Equal(TalkChange.LostSight, _session.LastNotice<TalkNotice>().Change);
        Assert.Equal(ProblemKind.NoAnswer, _session.LastNotice<RequestFailedNotice>().Problem.Kind);
    }

    private static HoldEvent Held() => new("AgentEvent_Hold", 1001, null, Call);

    private Receipt Move(TalkMove move) => _session.Ask(id => new TalkMoveRequested(id, Place, move));

    private Receipt Transfer(TransferTarget? to) => _session.Ask(id => new TransferRequested(id, Place, to, Call));

    private MoveTalk Last() => _session.Last<MoveTalk>();

    private void Read(bool working, IReadOnlyList<string>? own, IReadOnlyList<string>? held) => _session.Take(new TalkRead(
        _session.Last<ReadTalk>().Token, new AgentStatus(working ? AgentState.Talking : AgentState.Idle, working), own, held));

    private IEnumerable<string> Lines(string beginning) => AuditLines.Of(_session.Audited).Where(line => line.StartsWith(beginning, StringComparison.Ordinal));
}
