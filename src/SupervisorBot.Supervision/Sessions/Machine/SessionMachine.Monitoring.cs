using SupervisorBot.Gateway.Events;
using SupervisorBot.Gateway.Monitoring;
using SupervisorBot.Gateway.Results;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.Monitoring;
using SupervisorBot.Supervision.Notices;
using SupervisorBot.Supervision.Talk;

namespace SupervisorBot.Supervision.Sessions.Machine;

/// <summary>Listening, inserting, whispering, switching and stopping. An accepted listen is not a listen yet: the phone has to be picked up.</summary>
internal static partial class SessionMachine
{
    /// <summary>How soon after the inspector is occupied the phone rings, if it does: both events are made at the same time.</summary>
    private static readonly TimeSpan TimeToRing = TimeSpan.FromSeconds(2);

    private static Receipt AskMonitor(SessionTurn turn, MonitorRequested request, string agentName)
    {
        var state = turn.State;
        if (CannotAct(state) is { } refusal)
        {
            return new Receipt(refusal);
        }

        if (request.WorkNo == state.Inspector.AgentId)
        {
            return new Receipt(Refusal.Self);
        }

        if (state.Talk is not null)
        {
            return new Receipt(Refusal.InACall);
        }

        if (state.Monitoring is { } monitoring)
        {
            return new Receipt(Refusal.AlreadyMonitoring, monitoring.View.WorkNo);
        }

        BeginMonitoring(turn, request.WorkNo, agentName, request.Mode, request.Origin, null);
        return new Receipt();
    }

    private static Refusal? CannotAct(SessionState state) => state switch
    {
        { Status: SessionStatus.SigningIn or SessionStatus.SigningOut } => Refusal.SigningInOrOut,
        { Status: SessionStatus.AwaitingCode } => Refusal.AwaitingCode,
        { IsSignedIn: false } => Refusal.NotSignedIn,
        { Pending: not null } or { Active: not null } => Refusal.Busy,
        _ => null,
    };

    private static long BeginMonitoring(
        SessionTurn turn, int workNo, string agentName, MonitoringMode mode, RequestOrigin origin, Guid? forInterception)
    {
        var token = turn.NextToken();
        var view = new MonitoringView(workNo, agentName, mode, MonitoringPhase.Requested, turn.Now);
        turn.State = turn.State with { Leaving = null, Monitoring = new MonitoringState(view, origin, token, forInterception) };
        turn.Do(new StartMonitoring(token, workNo, mode));
        turn.Do(new StartTimer(token, turn.Limits.Session.PhonePickupTimeout));
        TellMonitoring(turn);
        return token;
    }

    /// <summary>An interception that attaches the inspector tells its own steps; the monitoring is then not told a second time.</summary>
    private static void TellMonitoring(SessionTurn turn)
    {
        if (turn.State.Monitoring is { ForInterception: null } monitoring)
        {
            turn.Tell(new MonitoringNotice(turn.State.Inspector, monitoring.Origin, turn.Now, monitoring.View));
        }
    }

    private static void ChangeMonitoring(SessionTurn turn, Func<MonitoringView, MonitoringView> change, RequestOrigin? origin = null)
    {
        if (turn.State.Monitoring is { } monitoring)
        {
            var changed = monitoring with { View = change(monitoring.View), Origin = origin ?? monitoring.Origin };
            turn.State = turn.State with { Monitoring = changed };
            AuditMonitoring(turn, monitoring, changed);
            TellMonitoring(turn);
        }
    }

    private static void OnMonitorAnswered(SessionTurn turn, MonitoringState monitoring, GatewayFailure? failure)
    {
        if (monitoring.View.Phase == MonitoringPhase.Active)
        {
            return;
        }

        switch (failure)
        {
            case null when monitoring.View.Phase == MonitoringPhase.Requested && turn.State is { PhoneOffHook: false, MayBeOffHook: false }:
                PhoneRings(turn);
                break;
            case null:
                // The phone's events told more already; or it is kept open between calls, and AgentState_Busy tells that it is on the call.
                break;
            case Unknown:
                // The request may have been taken: the phone's events, or the timer, tell.
                break;
            default:
                MonitoringFailed(turn, SessionTurn.ProblemOf(failure), detach: false);
                break;
        }
    }

    private static void PhoneRings(SessionTurn turn)
    {
        ChangeMonitoring(turn, view => view with { Phase = MonitoringPhase.PhoneRinging, Since = turn.Now });
        OnAttachRings(turn);
    }

    private static void OnPhoneAlerting(SessionTurn turn)
    {
        turn.State = turn.State with { PhoneOffHook = false, MayBeOffHook = false };
        LeaveWhatArrivesLate(turn);
        if (turn.State.Monitoring is { View.Phase: MonitoringPhase.Requested })
        {
            PhoneRings(turn);
        }
    }

    private static void OnPhoneOffHook(SessionTurn turn)
    {
        turn.State = turn.State with { PhoneOffHook = true, MayBeOffHook = false };
        LeaveWhatArrivesLate(turn);
        if (turn.State.Monitoring is { View.Phase: MonitoringPhase.Requested or MonitoringPhase.PhoneRinging })
        {
            MonitoringIsActive(turn);
        }
    }

    /// <summary>A phone that is kept open between calls does not ring again: being occupied is then the sign that the inspector is on the call.</summary>
    private static void OnOccupied(SessionTurn turn)
    {
        if (turn.State is { PhoneOffHook: true, Monitoring.View.Phase: MonitoringPhase.Requested })
        {
            MonitoringIsActive(turn);
        }
        else if (turn.State is { MayBeOffHook: true, Monitoring.View.Phase: MonitoringPhase.Requested })
        {
            // If it was put down meanwhile, it rings in a moment.
            var token = turn.NextToken();
            turn.State = turn.State with { PhoneTimer = token };
            turn.Do(new StartTimer(token, TimeToRing));
        }
    }

    /// <summary>The phone has not rung, so it is still off the hook.</summary>
    private static void OnPhoneTimer(SessionTurn turn)
    {
        turn.State = turn.State with { PhoneTimer = 0 };
        if (turn.State is { MayBeOffHook: true, Monitoring.View.Phase: MonitoringPhase.Requested })
        {
            turn.State = turn.State with { PhoneOffHook = true, MayBeOffHook = false };
            MonitoringIsActive(turn);
        }
    }

    /// <summary>An event may have been lost, that of the phone's release among them.</summary>
    private static void DoubtPhone(SessionTurn turn)
    {
        if (turn.State.PhoneOffHook)
        {
            turn.State = turn.State with { PhoneOffHook = false, MayBeOffHook = true };
        }
    }

    private static void MonitoringIsActive(SessionTurn turn)
    {
        ChangeMonitoring(turn, view => view with { Phase = MonitoringPhase.Active, Since = turn.Now });
        OnAttached(turn);
    }

    private static void OnPhoneRelease(SessionTurn turn, PhoneReleaseEvent release)
    {
        turn.State = turn.State with { PhoneOffHook = false, MayBeOffHook = false };
        if (turn.State.Talk is { } talk)
        {
            TalkIsOver(turn, talk, WhoHungUp(turn.State, talk, release.PhoneState));
        }
        else
        {
            LegReleased(turn);
        }
    }

    /// <summary>The agent state became idle: the inspector is on no call any more, even where the phone's release was not told.</summary>
    private static void OnReady(SessionTurn turn)
    {
        if (turn.State.Talk is { EndSeen: { } seen } talk)
        {
            TalkIsOver(turn, talk, seen);
        }
        else if (turn.State.Talk is null
            && (turn.State.Monitoring is null or { View.Phase: MonitoringPhase.Active } || turn.State.Pending?.Request is StopRequested))
        {
            LegReleased(turn);
        }
    }

    private static void LegReleased(SessionTurn turn)
    {
        LetUnsettledGo(turn);
        switch (turn.State.Monitoring)
        {
            case null:
                break;
            case { View.Phase: MonitoringPhase.Requested or MonitoringPhase.PhoneRinging }:
                MonitoringFailed(turn, new Problem(ProblemKind.PhoneNotPickedUp), detach: false);
                break;
            default:
                var asked = turn.State.Pending?.Request is StopRequested;
                EndMonitoring(turn, asked ? MonitoringEnd.Asked : MonitoringEnd.PhoneReleased);
                if (asked)
                {
                    turn.State = turn.State with { Pending = null };
                }

                break;
        }
    }

    private static void OnMonitorTimer(SessionTurn turn, MonitoringState monitoring)
    {
        if (monitoring.View.Phase is MonitoringPhase.Requested or MonitoringPhase.PhoneRinging)
        {
            // Of what another activation began, the phone's events may have been lost.
            var kind = monitoring is { View.Phase: MonitoringPhase.PhoneRinging, IsTakenOver: false } ? ProblemKind.PhoneNotPickedUp : ProblemKind.NoAnswer;
            MonitoringFailed(turn, new Problem(kind), detach: true);
        }
    }

    private static void MonitoringFailed(SessionTurn turn, Problem problem, bool detach)
    {
        var monitoring = turn.State.Monitoring!;
        ChangeMonitoring(turn, view => view with { Phase = MonitoringPhase.Failed, Since = turn.Now, Problem = problem });
        turn.State = turn.State with { Monitoring = null };
        OutdateRecheck(turn);
        if (detach)
        {
            Detach(turn, monitoring.View);
        }

        if (turn.State.Pending?.Request is StopRequested or SwitchRequested)
        {
            turn.State = turn.State with { Pending = null };
        }

        OnAttachFailed(turn, problem);
    }

    private static void EndMonitoring(SessionTurn turn, MonitoringEnd end)
    {
        ChangeMonitoring(turn, view => view with { Phase = MonitoringPhase.Ended, Since = turn.Now, End = end, Problem = null });
        turn.State = turn.State with { Monitoring = null };
        OutdateRecheck(turn);
    }

    private static Receipt AskSwitch(SessionTurn turn, SwitchRequested request)
    {
        if (CannotAct(turn.State) is { } refusal)
        {
            return new Receipt(refusal);
        }

        if (turn.State.Monitoring is not { View.Phase: MonitoringPhase.Active } monitoring)
        {
            return new Receipt(turn.State.Monitoring is null ? Refusal.NotMonitoring : Refusal.Busy);
        }

        if (monitoring.View.Mode == request.Mode && !monitoring.View.ModeUncertain)
        {
            return new Receipt(Refusal.AlreadyInThatMode, monitoring.View.WorkNo);
        }

        var token = turn.NextToken();
        turn.State = turn.State with { Pending = new PendingRequest(request, token) };
        turn.Do(new SwitchMode(token, monitoring.View.WorkNo, request.Mode));
        return new Receipt();
    }

    private static void OnSwitchAnswered(SessionTurn turn, SwitchRequested request, GatewayFailure? failure)
    {
        turn.State = turn.State with { Pending = null };
        ChangeMonitoring(
            turn,
            view => failure switch
            {
                null => view with { Mode = request.Mode, ModeUncertain = false, Problem = null },
                Unknown => view with { ModeUncertain = true, Problem = SessionTurn.ProblemOf(failure) },
                _ => view with { Problem = SessionTurn.ProblemOf(failure) },
            },
            request.Origin);
    }

    private static Receipt AskStop(SessionTurn turn, StopRequested request)
    {
        if (CannotAct(turn.State) is { } refusal)
        {
            return new Receipt(refusal);
        }

        if (turn.State.Monitoring is not { } monitoring)
        {
            return new Receipt(turn.State.Talk is null ? Refusal.NotMonitoring : Refusal.InACall);
        }

        var token = turn.NextToken();
        turn.State = turn.State with { Pending = new PendingRequest(request, token), Monitoring = monitoring with { Origin = request.Origin } };
        turn.Do(new StopMonitoring(token, monitoring.View.WorkNo, monitoring.View.Mode));
        return new Receipt();
    }

    private static void OnStopAnswered(SessionTurn turn, PendingRequest pending, GatewayFailure? failure)
    {
        if (failure is null or Unknown)
        {
            // Accepted is not released: the phone's release tells that the leg has really ended.
            turn.State = turn.State with { Pending = pending with { Accepted = failure is null } };
            turn.Do(new StartTimer(pending.Token, turn.Limits.Session.StopTimeout));
            return;
        }

        turn.State = turn.State with { Pending = null };
        ChangeMonitoring(turn, view => view with { Problem = SessionTurn.ProblemOf(failure) });
        if (failure is Refused { Code.Value: ResultCodes.ResourceUnavailable })
        {
            // "Not monitoring" is one meaning of 900-003: whether the inspector is on a call at all tells.
            turn.Do(new ReadOwnStatus());
        }
    }

    private static void OnPendingTimer(SessionTurn turn, PendingRequest pending)
    {
        if (pending.Request is TalkMoveRequested or TransferRequested)
        {
            turn.Do(new ReadTalk(pending.Token));
            return;
        }

        if (pending.Request is not (StopRequested or HangUpRequested))
        {
            return;
        }

        turn.State = turn.State with { Pending = null };
        if (pending.Request is HangUpRequested)
        {
            var problem = new Problem(pending.Accepted ? ProblemKind.TimedOut : ProblemKind.NoAnswer);
            turn.Tell(new RequestFailedNotice(turn.State.Inspector, pending.Request.Origin, turn.Now, pending.Request, problem));
        }
        else if (pending.Accepted)
        {
            ChangeMonitoring(turn, view => view with
            {
                Phase = MonitoringPhase.Ended,
                Since = turn.Now,
                End = MonitoringEnd.Asked,
                Problem = new Problem(ProblemKind.TimedOut),
            });
            turn.State = turn.State with { Monitoring = null };
            OutdateRecheck(turn);
        }
        else
        {
            ChangeMonitoring(turn, view => view with { Problem = new Problem(ProblemKind.NoAnswer) });
        }
    }
}
