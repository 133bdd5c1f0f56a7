using SupervisorBot.Gateway.Agents;
using SupervisorBot.Gateway.Calls;
using SupervisorBot.Gateway.Events;
using SupervisorBot.Gateway.Monitoring;
using SupervisorBot.Gateway.Results;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.Forcing;
using SupervisorBot.Supervision.Interception;
using SupervisorBot.Supervision.Interception.Stored;
using SupervisorBot.Supervision.Sessions.Machine;
using SupervisorBot.Supervision.Sessions.Stored;
using SupervisorBot.Supervision.SigningIn;
using SupervisorBot.Supervision.Talk;
using static SupervisorBot.Supervision.Tests.Machine.PageScript;
using static SupervisorBot.Supervision.Tests.Machine.ScriptedSession;

namespace SupervisorBot.Supervision.Tests.Machine;

/// <summary>
/// Plays happenings to a session and has every turn judged. Timers fire when they are due and not before; for the rest anything may come at any time: answers
/// out of order, twice or never, events that nobody waits for, presses of anybody, and the bot's own end with a new beginning from what was stored.
/// </summary>
internal sealed class RandomSession(Action<SessionInput, SessionState, SessionTurn> judge)
{
    private const string OtherCall = "1477393999-7";
    private const string OtherCustomer = "+4915100000000";

    private static readonly Guid[] s_operations = [.. Enumerable.Range(1, 8).Select(n => new Guid(n, 0, 0, new byte[8]))];

    private readonly List<SessionEffect> _unanswered = [];
    private readonly List<(long Token, DateTimeOffset Due)> _timers = [];
    private readonly List<SessionInput> _delivered = [];
    private readonly Dictionary<Guid, InterceptionRecord> _stored = [];
    private ScriptedSession _session = new();
    private string? _document;
    private int _requests;
    private int _links;

    public DateTimeOffset Now => _session.Now;

    public static TimeSpan TalkingTimeout { get; } = new InterceptionOptions().TalkingTimeout;

    public void Play(Story story)
    {
        foreach (var happening in story.Happenings)
        {
            Play(happening);
        }
    }

    private void Play(Happening happening)
    {
        var (what, which, how) = happening;
        switch (what)
        {
            case What.Answer when _unanswered.Count > 0:
                AnswerOne(which, how);
                break;
            case What.Event:
                Take(new EventArrived(EventOf(how)));
                break;
            case What.Propose:
                Take(Deliver(Proposal(which, how)));
                break;
            case What.Press:
                // One press in six is to cancel, one is somebody else's.
                Take(new Pressed(Waiting(which), how == 5 ? 1002 : Alex.AgentId, how != 4) { Reason = how == 0 ? null : "The customer asked for me" });
                break;
            case What.Approve:
                // One in six declines, one is the asker's own, one is somebody's who may not.
                Take(new ApprovalPressed(Waiting(which, InterceptionStep.AwaitingApproval), how == 5 ? Alex : Megan, how != 6, how != 4));
                break;
            case What.Ask:
                Take(Deliver(new Asked(RequestOf(how), "Mei Chen", true)));
                break;
            case What.Timer:
                FireNext();
                break;
            case What.SignIn:
                Take(Deliver(new Asked(new SignInRequested(NewId(), Place), "", true)));
                if (_unanswered is [.., SignIn])
                {
                    AnswerOne(0, 0);
                }

                break;
            case What.Page:
                PlayPage(which, how);
                break;
            case What.Redeliver when _delivered.Count > 0:
                Take(_delivered[^((which % _delivered.Count) + 1)]);
                break;
            case What.Wait:
                Wait(TimeSpan.FromSeconds((which * 7) + how));
                break;
            case What.Poll:
                Take(how < 6 ? new PollAnswered() : new PollFailed(FailureOf(how) ?? new Unknown(GatewayFault.Timeout), which + 1, TimeSpan.FromSeconds(which * 8)));
                break;
            case What.Restart when how is > 0 and < 6:
                Restart(hasCredentials: how != 5);
                break;
            case What.Restart when how == 17:
                Take(new SignedOutOnStop());
                break;
            case What.Restart when how is > 6 and < 11:
                Take(new Dismissed());
                break;
            default:
                break;
        }
    }

    /// <summary>Something about the sign-in page: a link, the page sent, its code, somebody's code, a wrong one, a take-over, a press of somebody without a password.</summary>
    private void PlayPage(int which, int how)
    {
        switch (how % 9)
        {
            case 0:
                // What usually follows one another, as far as it goes.
                PlayPage(which, 1);
                PlayPage(which, 2);
                if (_unanswered is [.., SignIn])
                {
                    AnswerOne(0, which is >= 4 and <= 7 ? 17 : 0);
                }

                for (var step = 0; step < (which is >= 1 and <= 3 ? 1 : which is >= 4 and <= 6 ? 2 : 0); step++)
                {
                    PlayPage(which, step == 0 ? 3 : 7);
                }

                break;
            case 1:
                Take(Deliver(new Asked(new SignInLinkRequested(NewId(), Place, Holder, PageScript.Link(++_links), null), "", false)));
                break;
            case 2:
                Take(new PageSubmitted(PageScript.Submission(_links - (which == 9 ? 1 : 0)), PageScript.CodeHash));
                break;
            case 3 or 4:
                Take(new CodeTyped(new TypedCode(PageScript.Code, Holder, Place)));
                break;
            case 5:
                Take(new CodeTyped(new TypedCode(PageScript.Code, Holder with { ObjectId = "somebody else" }, Place)));
                break;
            case 6:
                Take(new CodeTyped(new TypedCode(PageScript.WrongCode, Holder, Place)));
                break;
            default:
                Take(Deliver(new Asked(new SignInRequested(NewId(), Place, TakeOver: how % 9 == 7), "", false)));
                break;
        }
    }

    private void Take(SessionInput input)
    {
        var before = _session.State;
        var turn = _session.Take(input);
        foreach (var record in turn.Changed)
        {
            _stored[record.View.OperationId] = record;
        }

        foreach (var effect in turn.Effects)
        {
            if (effect is StartTimer timer)
            {
                _timers.Add((timer.Token, _session.Now + timer.Due));
            }
            else if (AnswerOf(effect, 0) is not null)
            {
                _unanswered.Add(effect);
            }
        }

        _document = SessionDocument.Of(turn.State).Write();
        judge(input, before, turn);
    }

    private SessionInput Deliver(SessionInput input)
    {
        _delivered.Add(input);
        return input;
    }

    private void AnswerOne(int which, int how)
    {
        if (_unanswered.Count == 0)
        {
            return;
        }

        var effect = _unanswered[^((which % _unanswered.Count) + 1)];
        if (how != 16)
        {
            // Else it is answered a second time later.
            _unanswered.Remove(effect);
        }

        Take(AnswerOf(effect, how)!);
    }

    private void FireNext()
    {
        if (_timers.Count > 0)
        {
            Wait(_timers.Min(timer => timer.Due) - _session.Now);
        }
    }

    /// <summary>Time goes by, and what is due in it fires.</summary>
    private void Wait(TimeSpan time)
    {
        var until = _session.Now + time;
        while (_timers.Where(timer => timer.Due <= until).OrderBy(timer => timer.Due).Take(1).ToList() is [var next])
        {
            _timers.Remove(next);
            _session.After(next.Due > _session.Now ? next.Due - _session.Now : TimeSpan.Zero);
            Take(new TimerFired(next.Token));
        }

        _session.After(until > _session.Now ? until - _session.Now : TimeSpan.Zero);
    }

    /// <summary>The bot dies, with all that waited for an answer, and begins anew from what was stored.</summary>
    private void Restart(bool hasCredentials)
    {
        var now = _session.Now;
        _session = new ScriptedSession();
        _session.After(now - _session.Now);
        _unanswered.Clear();
        _timers.Clear();
        _delivered.RemoveAll(input => input is Asked);
        var records = _stored.Values.Select(InterceptionDocument.Write).Select(InterceptionDocument.Read);
        Take(new SessionLoaded(_document is null ? null : SessionDocument.Read(_document), hasCredentials, [.. records]));
    }

    private Proposed Proposal(int which, int how)
    {
        var callId = how == 7 ? OtherCall : Call;
        var number = how == 8 ? null : Customer;
        var info = how == 9 ? null : new CallInfo(callId, number ?? "", "800", CallFeature.Inbound, null);
        return new Proposed(new InterceptionProposal(NotProposed(which), how == 10 ? Agent + 1 : Agent, callId, Place), "Mei Chen", info, null)
        {
            Policy = new InterceptionPolicy(
                how is > 10 and < 16 ? ApprovalRule.SecondInspector : ApprovalRule.None, how is 12 or 17 ? ReasonRule.Required : ReasonRule.NotAsked, []),
        };
    }

    private SupervisionRequest RequestOf(int how) => how switch
    {
        9 => new TalkMoveRequested(NewId(), Place, TalkMove.Hold),
        10 => new TalkMoveRequested(NewId(), Place, TalkMove.Resume),
        11 => new TalkMoveRequested(NewId(), Place, TalkMove.Mute),
        12 or 13 => new TransferRequested(NewId(), Place, how == 12 ? null : TransferTarget.Agent(Agent + 2)),
        14 => new ForceRequested(NewId(), Place, Agent, ForcedState.Busy, default, "Training"),
        15 => new DropRequested(NewId(), Place, Agent, Call, "Abuse"),
        0 or 1 or 2 => new MonitorRequested(NewId(), Place, Agent, MonitoringMode.Listen),
        3 => new MonitorRequested(NewId(), Place, Agent + 1, MonitoringMode.Whisper),
        4 => new SwitchRequested(NewId(), Place, MonitoringMode.Insert),
        5 => new StopRequested(NewId(), Place),
        6 => new HangUpRequested(NewId(), Place),
        7 or 16 => new SignInRequested(NewId(), Place),
        _ => new SignOutRequested(NewId(), Place),
    };

    /// <summary>Mostly one that waits for its press.</summary>
    private Guid Waiting(int which, InterceptionStep step = InterceptionStep.Proposed)
    {
        var waiting = _session.State.Interceptions.Values.Where(record => record.View.Step == step).Select(record => record.View.OperationId).Order();
        return which == 0 && waiting.ToList() is [var first, ..] ? first : s_operations[which % s_operations.Length];
    }

    /// <summary>Mostly one that is not known yet.</summary>
    private Guid NotProposed(int which) =>
        which == 0 && s_operations.Where(id => !_stored.ContainsKey(id)).ToList() is [var first, ..] ? first : s_operations[which % s_operations.Length];

    private string NewId() => $"request-{++_requests}";

    private static GatewayEvent EventOf(int how) => how switch
    {
        0 or 1 => OffHook(),
        2 => Alerting(),
        3 or 4 => TalkingOf(Call, Customer),
        5 => TalkingOf(OtherCall, Customer),
        6 => TalkingOf(OtherCall, OtherCustomer),
        7 => PhoneReleased(),
        8 => PhoneReleased(null),
        9 => StateIs(AgentStateKind.Ready),
        10 => StateIs(AgentStateKind.Busy),
        11 => CustomerReleased(),
        12 => CallReleased(),
        13 => new HoldEvent("AgentEvent_Hold", 1001, null, Call),
        14 => new RecordEvent("AgentMediaEvent_Record", 1001, null, null, "r1"),
        15 => new ShutdownEvent("AgentOther_ShutdownService", 1001, null, null),
        16 => new UnknownEvent("AgentOther_Note", 1001, null, "{}"),
        _ => new RecordFailedEvent("AgentMediaEvent_Record_Fail", 1001, null, Call),
    };

    private static TalkingEvent TalkingOf(string callId, string caller) =>
        new("AgentEvent_Talking", 1001, null, callId, caller, "1001", "main", CallFeature.Inbound, 1);

    private static SessionInput? AnswerOf(SessionEffect effect, int how) => effect switch
    {
        SignIn signIn => new SignInAnswered(
            signIn.Token, how == 17 ? new Refused(new ResultCode(ResultCodes.AlreadySignedIn)) : FailureOf(how), how == 1 ? null : true),
        SignOut signOut => new OperationAnswered(signOut.Token, FailureOf(how)),
        StartMonitoring start => new OperationAnswered(start.Token, FailureOf(how)),
        SwitchMode change => new OperationAnswered(change.Token, FailureOf(how)),
        StopMonitoring stop => new OperationAnswered(stop.Token, FailureOf(how)),
        SendIntercept send => new OperationAnswered(send.Token, FailureOf(how)),
        HangUp hangUp => new OperationAnswered(hangUp.Token, FailureOf(how)),
        MoveTalk move => new OperationAnswered(move.Token, FailureOf(how)),
        TransferTalk transfer => new OperationAnswered(transfer.Token, FailureOf(how)),
        ReadTalk read => new TalkRead(read.Token, StatusOf(how % 3), CallsOf(how % 7), CallsOf(how % 5)),
        ForceAgent force => new AgentActed(force.Token, FailureOf(how), IsSo: how % 2 == 0),
        DropAgentsCall drop => new AgentActed(drop.Token, FailureOf(how), how == 3 ? new Problem(ProblemKind.CallEnded) : null),
        ClaimCall claim when how is 14 or 15 => new ClaimAnswered(claim.OperationId, null, new Problem(ProblemKind.NotPermitted)),
        ClaimCall claim => new ClaimAnswered(claim.OperationId, how < 9 ? new ClaimAnswer(true, null) : how < 13 ? new ClaimAnswer(false, "Megan Bowen") : null),
        CheckCall check => new CallChecked(check.Token, CallsOf(how), FailureOf(how), how == 16 ? new Problem(ProblemKind.OtherTeam) : null),
        ReadBack read => new StateReadBack(read.Token, StatusOf(how % 3), OwnCallsOf(how % 4), CallsOf(how % 7)),
        ReadOwnStatus => new OwnStatusRead(StatusOf(how % 3)),
        LookUpTalk look => new TalkLookedUp(look.Talking, OwnCallsOf(how % 4) is [var call] ? call : null),
        _ => null,
    };

    private static GatewayFailure? FailureOf(int how) => how switch
    {
        8 or 9 => new Unknown(GatewayFault.Timeout),
        10 => new Unreachable(GatewayFault.Connection),
        11 => new Refused(new ResultCode(ResultCodes.ResourceUnavailable)),
        12 => new Refused(new ResultCode("900-005")),
        13 => new Refused(new ResultCode(ResultCodes.NotSignedIn)),
        14 => new Refused(new ResultCode(ResultCodes.NoRight)),
        15 => new Refused(new ResultCode(ResultCodes.NothingToHangUp)),
        _ => null,
    };

    private static IReadOnlyList<string>? CallsOf(int how) => how switch
    {
        4 => [],
        5 => [OtherCall],
        6 => null,
        _ => [Call, OtherCall],
    };

    private static IReadOnlyList<CallInfo>? OwnCallsOf(int how) => how switch
    {
        0 => [],
        1 => [new CallInfo(Call, Customer, "800", CallFeature.Inbound, null)],
        2 => [new CallInfo(OtherCall, OtherCustomer, "800", CallFeature.Inbound, null)],
        _ => null,
    };

    private static AgentStatus? StatusOf(int how) => how switch
    {
        0 => new AgentStatus(AgentState.Idle, false),
        1 => new AgentStatus(AgentState.Talking, true),
        _ => null,
    };
}
