using SupervisorBot.Gateway.Events;
using SupervisorBot.Gateway.Results;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.Forcing;
using SupervisorBot.Supervision.Talk;

namespace SupervisorBot.Supervision.Sessions.Machine;

/// <summary>
/// Decides what each thing that happens to a session means. It does no I/O, waits for nothing and looks at no clock: a state and an input go in,
/// the next state and the effects come out.
/// </summary>
internal static partial class SessionMachine
{
    public static SessionTurn Take(SessionState state, SessionInput input, DateTimeOffset now, SessionLimits limits)
    {
        var turn = new SessionTurn(state, now, limits);
        switch (input)
        {
            case Asked asked:
                OnAsked(turn, asked);
                break;
            case Proposed proposed:
                OnProposed(turn, proposed);
                break;
            case Pressed pressed:
                OnPressed(turn, pressed);
                break;
            case ApprovalPressed pressed:
                OnApprovalPressed(turn, pressed);
                break;
            case PageSubmitted submitted:
                OnPageSubmitted(turn, submitted);
                break;
            case CodeTyped typed:
                OnCodeTyped(turn, typed);
                break;
            case SignInAnswered answered:
                OnSignInAnswered(turn, answered);
                break;
            case OperationAnswered answered:
                OnOperationAnswered(turn, answered);
                break;
            case ClaimAnswered answered:
                OnClaimAnswered(turn, answered);
                break;
            case CallChecked check:
                OnCallChecked(turn, check);
                break;
            case AgentActed acted:
                OnAgentActed(turn, acted);
                break;
            case TalkRead read:
                OnTalkRead(turn, read);
                break;
            case StateReadBack readBack:
                OnStateReadBack(turn, readBack);
                break;
            case OwnStatusRead read:
                LeaveWhatIsOver(turn, read.Own);
                break;
            case SignedOutOnStop:
                EndSession(turn, new Problem(ProblemKind.SessionEnded));
                break;
            case Dismissed:
                OnDismissed(turn);
                break;
            case CredentialsChanged:
                break;
            case TalkLookedUp lookedUp:
                OnTalkLookedUp(turn, lookedUp);
                break;
            case EventArrived arrived:
                OnEvent(turn, arrived.Event);
                RecheckWhereDue(turn);
                break;
            case PollAnswered:
                turn.State = turn.State with { LastHeard = now };
                RecheckWhereDue(turn);
                break;
            case PollFailed failed:
                OnPollFailed(turn, failed);
                break;
            case TimerFired fired:
                OnTimer(turn, fired.Token);
                break;
            case SessionLoaded loaded:
                OnSessionLoaded(turn, loaded);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(input), input.GetType().Name, "No rule for this input.");
        }

        AuditTurn(turn, KnownBefore(state, input), input);
        return turn;
    }

    private static void OnAsked(SessionTurn turn, Asked asked)
    {
        var known = turn.State.Answered.Find(a => a.RequestId == asked.Request.RequestId);
        if (known is not null)
        {
            turn.Reply = known.Receipt with { Repeated = true };
            return;
        }

        var receipt = asked.Request switch
        {
            SignInLinkRequested request => AskLink(turn, request),
            SignInRequested request => AskSignIn(turn, request, asked.HasPassword),
            SignOutRequested request => AskSignOut(turn, request),
            MonitorRequested request => AskMonitor(turn, request, asked.AgentName),
            SwitchRequested request => AskSwitch(turn, request),
            StopRequested request => AskStop(turn, request),
            HangUpRequested request => AskHangUp(turn, request),
            TalkMoveRequested request => AskMove(turn, request),
            TransferRequested request => AskTransfer(turn, request),
            ForceRequested request => AskForce(turn, request with { AgentName = asked.AgentName }),
            DropRequested request => AskDrop(turn, request with { AgentName = asked.AgentName }),
            _ => throw new ArgumentOutOfRangeException(nameof(asked), asked.Request.GetType().Name, "No rule for this request."),
        };
        Remember(turn, asked.Request.RequestId, receipt);
        (turn.Reply, turn.HandledRequestId) = (receipt, asked.Request.RequestId);
    }

    private static void Remember(SessionTurn turn, string requestId, Receipt receipt)
    {
        const int kept = 64;
        var answered = turn.State.Answered.Add(new AnsweredRequest(requestId, receipt));
        turn.State = turn.State with { Answered = answered.Count > kept ? answered.RemoveAt(0) : answered };
    }

    private static void OnOperationAnswered(SessionTurn turn, OperationAnswered answered)
    {
        var state = turn.State;
        if (state.Pending is { } pending && pending.Token == answered.Token)
        {
            OnPendingAnswered(turn, pending, answered.Failure);
        }
        else if (state.Monitoring is { } monitoring && monitoring.Token == answered.Token)
        {
            OnMonitorAnswered(turn, monitoring, answered.Failure);
        }
        else if (state.Leaving is { } leaving && leaving.Token == answered.Token)
        {
            OnLeaveAnswered(turn, leaving, answered.Failure);
        }
        else if (ActiveInterception(turn) is { } record && record.Token == answered.Token)
        {
            OnInterceptAnswered(turn, record, answered.Failure);
        }
        else if (state.Unsettled is { } id && state.Interceptions.GetValueOrDefault(id) is { } unsettled && unsettled.Token == answered.Token)
        {
            OnInterceptAnsweredLate(turn, unsettled, answered.Failure);
        }
    }

    private static void OnPendingAnswered(SessionTurn turn, PendingRequest pending, GatewayFailure? failure)
    {
        switch (pending.Request)
        {
            case SignOutRequested:
                OnSignOutAnswered(turn, pending, failure);
                break;
            case SwitchRequested request:
                OnSwitchAnswered(turn, request, failure);
                break;
            case StopRequested:
                OnStopAnswered(turn, pending, failure);
                break;
            case HangUpRequested:
                OnHangUpAnswered(turn, pending, failure);
                break;
            case TalkMoveRequested request:
                OnMoveAnswered(turn, pending, request, failure);
                break;
            case TransferRequested:
                OnTransferAnswered(turn, pending, failure);
                break;
            default:
                throw new InvalidOperationException($"No answer is expected for {pending.Request.GetType().Name}.");
        }
    }

    private static void OnTimer(SessionTurn turn, long token)
    {
        var state = turn.State;
        if (state.Pending is { } pending && pending.Token == token)
        {
            OnPendingTimer(turn, pending);
        }
        else if (state.Monitoring is { } monitoring && monitoring.Token == token)
        {
            OnMonitorTimer(turn, monitoring);
        }
        else if (state.RecheckTimer == token && token != 0)
        {
            turn.State = state with { RecheckTimer = 0 };
            BeginRecheck(turn);
        }
        else if (state.PhoneTimer == token && token != 0)
        {
            OnPhoneTimer(turn);
        }
        else if (state.Page is { } page && page.Token == token && token != 0)
        {
            OnPageTimer(turn, page);
        }
        else if (state.Leaving is { } leaving && leaving.Token == token)
        {
            Leave(turn, leaving);
        }
        else if (state.Talk is { } talk && talk.SettleToken == token && talk.EndSeen is not null)
        {
            TalkIsOver(turn, talk, talk.EndSeen.Value);
        }
        else
        {
            OnInterceptionTimer(turn, token);
        }
    }

    private static void OnEvent(SessionTurn turn, GatewayEvent gatewayEvent)
    {
        turn.State = turn.State with { LastHeard = turn.Now };
        if (turn.State.Status == SessionStatus.AwaitingCode && gatewayEvent is ShutdownEvent ended)
        {
            OnShutdown(turn, ended);
            return;
        }

        if (turn.State.Status is not (SessionStatus.SignedIn or SessionStatus.SigningOut))
        {
            return;
        }

        switch (gatewayEvent)
        {
            case PhoneAlertingEvent:
                OnPhoneAlerting(turn);
                break;
            case PhoneOffhookEvent:
                OnPhoneOffHook(turn);
                break;
            case PhoneReleaseEvent release:
                OnPhoneRelease(turn, release);
                break;
            case AgentStateEvent { Kind: AgentStateKind.Ready }:
                OnReady(turn);
                break;
            case AgentStateEvent { Kind: AgentStateKind.Busy }:
                OnOccupied(turn);
                break;
            case TalkingEvent talking:
                OnTalking(turn, talking);
                break;
            case RecordEvent record:
                OnRecording(turn, record.CallId, TalkChange.RecordingBegan);
                break;
            case RecordFailedEvent record:
                OnRecording(turn, record.CallId, TalkChange.RecordingFailed);
                break;
            case HoldEvent hold:
                OnHold(turn, hold.CallId);
                break;
            case CallReleasedEvent released:
                OnReleased(turn, released.CallId, TalkChange.EndedByInspector);
                break;
            case CustomerReleasedEvent released:
                OnReleased(turn, released.CallId, TalkChange.EndedByCustomer);
                break;
            case ShutdownEvent shutdown:
                OnShutdown(turn, shutdown);
                break;
            default:
                // Every other event tells nothing that a session decides by.
                break;
        }
    }
}
