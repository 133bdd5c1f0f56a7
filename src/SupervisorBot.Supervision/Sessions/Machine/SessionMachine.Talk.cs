using SupervisorBot.Gateway.Calls;
using SupervisorBot.Gateway.Events;
using SupervisorBot.Gateway.Results;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.Interception;
using SupervisorBot.Supervision.Notices;
using SupervisorBot.Supervision.Talk;

namespace SupervisorBot.Supervision.Sessions.Machine;

/// <summary>The inspector's own talk, as the gateway's events tell it.</summary>
internal static partial class SessionMachine
{
    /// <summary>What a phone's release says when the phone's owner hung up (CEC API reference cec_07_0546).</summary>
    private const int AgentHungUp = 2;

    private static void OnTalking(SessionTurn turn, TalkingEvent talking)
    {
        if (turn.State.Talk is { } talk && talk.View.CallId == talking.CallId)
        {
            if (talk.View.Phase == TalkPhase.OnHold)
            {
                OnResumed(turn, talk);
            }

            return;
        }

        if (Awaited(turn) is not { } record)
        {
            // A call beside the one that was taken over (it is on hold, say) does not take its place.
            if (turn.State.Talk is { View.OperationId: not null })
            {
                return;
            }

            BeginTalk(turn, null, turn.State.Origin!, talking.CallId, turn.Limits.Mask(CustomerOf(talking)));
            return;
        }

        if (talking.CallId == record.View.CallId || IsCustomer(record, talking.Caller) || IsCustomer(record, talking.Called))
        {
            Settle(turn, record, talking.CallId);
        }
        else
        {
            turn.Do(new LookUpTalk(talking));
        }
    }

    private static void OnTalkLookedUp(SessionTurn turn, TalkLookedUp lookedUp)
    {
        if (!turn.State.IsSignedIn || turn.State.Talk is not null)
        {
            return;
        }

        if (Awaited(turn) is { } record && lookedUp.Call is { } call && (IsCustomer(record, call.Caller) || IsCustomer(record, call.Called)))
        {
            Settle(turn, record, lookedUp.Talking.CallId);
        }
        else
        {
            BeginTalk(turn, null, turn.State.Origin!, lookedUp.Talking.CallId, turn.Limits.Mask(CustomerOf(lookedUp.Talking)));
        }
    }

    /// <summary>The interception that a talk would settle: the one that was sent, or the latest one whose outcome could not be told.</summary>
    private static InterceptionRecord? Awaited(SessionTurn turn)
    {
        if (ActiveInterception(turn) is { View.SentAt: not null } active)
        {
            return active;
        }

        return turn.State.Unsettled is { } id ? turn.State.Interceptions.GetValueOrDefault(id) : null;
    }

    private static bool IsCustomer(InterceptionRecord record, string number) =>
        record.CustomerNumber is { } known && known.Any(char.IsAsciiDigit) && string.Equals(known.Trim(), number.Trim(), StringComparison.Ordinal);

    private static string CustomerOf(TalkingEvent talking) =>
        new CallInfo(talking.CallId, talking.Caller, talking.Called, talking.Feature, null).CustomerNumber;

    /// <param name="turn">The turn.</param>
    /// <param name="taken">The interception that brought it; null for a call that the inspector got otherwise.</param>
    /// <param name="origin">Where it is told.</param>
    /// <param name="callId">The call.</param>
    /// <param name="customer">The customer's number, masked.</param>
    private static void BeginTalk(SessionTurn turn, InterceptionView? taken, RequestOrigin origin, string callId, MaskedNumber customer)
    {
        var view = new TalkView(
            taken?.OperationId, callId, customer, TalkPhase.Talking, turn.Now, FromWorkNo: taken?.WorkNo, FromName: taken?.AgentName ?? "");
        turn.State = turn.State with { Talk = new TalkState(view, origin) };
        turn.Tell(new TalkNotice(turn.State.Inspector, origin, turn.Now, view, TalkChange.Began));
    }

    private static void ChangeTalk(SessionTurn turn, TalkState talk, Func<TalkView, TalkView> change, TalkChange what)
    {
        var next = talk with { View = change(talk.View) };
        turn.State = turn.State with { Talk = next };
        turn.Tell(new TalkNotice(turn.State.Inspector, next.Origin, turn.Now, next.View, what));
    }

    private static void OnRecording(SessionTurn turn, string? callId, TalkChange change)
    {
        if (turn.State.Talk is { } talk && (callId is null || callId == talk.View.CallId))
        {
            ChangeTalk(turn, talk, view => view with { Recording = change == TalkChange.RecordingBegan }, change);
        }
    }

    private static void OnHold(SessionTurn turn, string callId)
    {
        if (turn.State.Talk is { View.Phase: TalkPhase.Talking } talk && talk.View.CallId == callId)
        {
            ChangeTalk(turn, talk, view => view with { Phase = TalkPhase.OnHold, Problem = null, HeldAt = turn.Now }, TalkChange.Held);
            MoveIsDone(turn, TalkMove.Hold);
        }
    }

    private static void OnResumed(SessionTurn turn, TalkState talk)
    {
        ChangeTalk(turn, talk, view => view with { Phase = TalkPhase.Talking, Problem = null, HeldAt = null }, TalkChange.Resumed);
        MoveIsDone(turn, TalkMove.Resume);
    }

    /// <summary>A call's end comes as several events; the first that names a side counts until the phone's release says better.</summary>
    private static void OnReleased(SessionTurn turn, string callId, TalkChange side)
    {
        if (turn.State.Talk is not { EndSeen: null } talk || talk.View.CallId != callId)
        {
            return;
        }

        var token = turn.NextToken();
        turn.State = turn.State with { Talk = talk with { EndSeen = side, SettleToken = token } };
        turn.Do(new StartTimer(token, turn.Limits.Session.EndOfTalkSettling));
    }

    private static TalkChange WhoHungUp(SessionState state, TalkState talk, int? phoneState)
    {
        if (state.Pending?.Request is HangUpRequested || phoneState == AgentHungUp)
        {
            return TalkChange.EndedByInspector;
        }

        return talk.EndSeen ?? TalkChange.Ended;
    }

    private static void EndTalk(SessionTurn turn, TalkState talk, TalkChange how)
    {
        how = SettlePendingOfTalk(turn, how);
        ChangeTalk(
            turn,
            talk,
            view => view with
            {
                Phase = TalkPhase.Ended,
                EndedAt = turn.Now,
                Problem = null,
                TransferTo = how is TalkChange.Transferred or TalkChange.EndedInTransfer ? view.TransferTo : null,
            },
            how);
        turn.State = turn.State with { Talk = null };
        OutdateRecheck(turn);
        if (talk.View.OperationId is { } operationId)
        {
            turn.ReleaseClaim(operationId);
        }
    }

    private static Receipt AskHangUp(SessionTurn turn, HangUpRequested request)
    {
        if (CannotAct(turn.State) is { } refusal)
        {
            return new Receipt(refusal);
        }

        if (turn.State.Talk is not { } talk || (request.CallId is { } meant && meant != talk.View.CallId))
        {
            return new Receipt(Refusal.NoCall, turn.State.Monitoring?.View.WorkNo);
        }

        var token = turn.NextToken();
        turn.State = turn.State with { Pending = new PendingRequest(request, token) };
        turn.Do(new HangUp(token, talk.View.CallId, talk.View.Phase == TalkPhase.OnHold));
        return new Receipt();
    }

    private static void OnHangUpAnswered(SessionTurn turn, PendingRequest pending, GatewayFailure? failure)
    {
        switch (failure)
        {
            case null:
                // The events tell that the call has ended; until then the request stays noted, so that its end counts as the inspector's.
                turn.State = turn.State with { Pending = pending with { Accepted = true } };
                turn.Do(new StartTimer(pending.Token, turn.Limits.Session.StopTimeout));
                break;
            case Refused { Code.Value: ResultCodes.NothingToHangUp or ResultCodes.NothingToDrop or ResultCodes.NoSuchCall } when turn.State.Talk is { } talk:
                EndTalk(turn, talk, talk.EndSeen ?? TalkChange.Ended);
                break;
            default:
                turn.State = turn.State with { Pending = null };
                turn.Tell(new RequestFailedNotice(turn.State.Inspector, pending.Request.Origin, turn.Now, pending.Request, SessionTurn.ProblemOf(failure)));
                break;
        }
    }
}
