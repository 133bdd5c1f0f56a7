using SupervisorBot.Gateway.Results;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.Notices;
using SupervisorBot.Supervision.Talk;

namespace SupervisorBot.Supervision.Sessions.Machine;

/// <summary>
/// What the inspector does with their own talk: holding, muting, handing it on. Each is sent once. Accepted is not done where the gateway tells more: holding
/// counts when its event comes, a transfer when the talk is the inspector's no more; what is not told in time is read.
/// </summary>
internal static partial class SessionMachine
{
    private static Receipt AskMove(SessionTurn turn, TalkMoveRequested request)
    {
        if (CannotMove(turn.State, request.CallId, out var talk) is { } refusal)
        {
            return new Receipt(refusal);
        }

        if (WhyNotMove(talk.View, request.Move) is { } why)
        {
            return new Receipt(why);
        }

        var token = turn.NextToken();
        turn.State = turn.State with { Pending = new PendingRequest(request, token) };
        turn.Do(new MoveTalk(token, request.Move, talk.View.CallId));
        return new Receipt();
    }

    private static Receipt AskTransfer(SessionTurn turn, TransferRequested request)
    {
        if (CannotMove(turn.State, request.CallId, out var talk) is { } refusal)
        {
            return new Receipt(refusal);
        }

        if (talk.View.Phase == TalkPhase.OnHold)
        {
            // The gateway transfers the current call, and one on hold is none.
            return new Receipt(Refusal.OnHold);
        }

        if ((request.To ?? (talk.View.FromWorkNo is { } from ? TransferTarget.Agent(from) : null)) is not { } to)
        {
            return new Receipt(Refusal.NotTakenOver);
        }

        if (to.WorkNo == turn.State.Inspector.AgentId)
        {
            return new Receipt(Refusal.Self);
        }

        var token = turn.NextToken();
        turn.State = turn.State with { Pending = new PendingRequest(request with { To = to }, token) };
        ChangeTalk(turn, talk, view => view with { TransferTo = Shown(turn, to), Problem = null }, TalkChange.Transferring);
        turn.Do(new TransferTalk(token, to));
        return new Receipt();
    }

    private static TransferTarget Shown(SessionTurn turn, TransferTarget to) => to.Masked(turn.Limits.Privacy.CustomerNumberDigits);

    private static Refusal? CannotMove(SessionState state, string? callId, out TalkState talk)
    {
        talk = state.Talk!;
        return CannotAct(state)
            ?? (state.Talk is { EndSeen: null } own && (callId is null || callId == own.View.CallId) ? null : Refusal.NoCall);
    }

    private static Refusal? WhyNotMove(TalkView view, TalkMove move) => (move, view.Phase, view.Mute) switch
    {
        (TalkMove.Hold, TalkPhase.OnHold, _) or (TalkMove.Resume, TalkPhase.Talking, _) => Refusal.AlreadySo,
        (TalkMove.Mute or TalkMove.Unmute, TalkPhase.OnHold, _) => Refusal.OnHold,
        (TalkMove.Mute, _, TalkMute.On) or (TalkMove.Unmute, _, TalkMute.Off) => Refusal.AlreadySo,
        _ => null,
    };

    private static void OnMoveAnswered(SessionTurn turn, PendingRequest pending, TalkMoveRequested request, GatewayFailure? failure)
    {
        if (turn.State.Talk is not { } talk)
        {
            turn.State = turn.State with { Pending = null };
            return;
        }

        var isMuting = request.Move is TalkMove.Mute or TalkMove.Unmute;
        switch (failure)
        {
            case null when isMuting:
                var muted = request.Move == TalkMove.Mute;
                ChangeTalk(
                    turn, talk, view => view with { Mute = muted ? TalkMute.On : TalkMute.Off, Problem = null }, muted ? TalkChange.Muted : TalkChange.Unmuted);
                MoveIsDone(turn, request.Move);
                break;
            case null:
                turn.State = turn.State with { Pending = pending with { Accepted = true, IsAnswered = true } };
                turn.Do(new StartTimer(pending.Token, turn.Limits.Session.StopTimeout));
                break;
            case Unknown when isMuting:
                // Nothing tells which it is.
                turn.State = turn.State with { Talk = talk with { View = talk.View with { Mute = TalkMute.NotCertain } } };
                MoveFailed(turn, pending, SessionTurn.ProblemOf(failure));
                break;
            case Unknown:
                turn.State = turn.State with { Pending = pending with { IsAnswered = true } };
                turn.Do(new ReadTalk(pending.Token));
                break;
            default:
                MoveFailed(turn, pending, SessionTurn.ProblemOf(failure));
                LookWhetherOver(turn, failure);
                break;
        }
    }

    /// <summary>"There is no call" speaks against the talk that is known.</summary>
    private static void LookWhetherOver(SessionTurn turn, GatewayFailure failure)
    {
        if (failure is Refused
            {
                Code.Value: ResultCodes.NothingToHold or ResultCodes.NothingToTakeBack or ResultCodes.NothingToMute or ResultCodes.NothingToUnmute
                or ResultCodes.NothingToTransfer or ResultCodes.HoldWrongState or ResultCodes.NoSuchCall
            })
        {
            BeginRecheck(turn);
        }
    }

    /// <summary>What was asked for has come about, by the gateway's event or its answer.</summary>
    private static void MoveIsDone(SessionTurn turn, TalkMove move)
    {
        if (turn.State.Pending is { Request: TalkMoveRequested request } && request.Move == move)
        {
            turn.State = turn.State with { Pending = null };
            turn.Tell(new RequestDoneNotice(turn.State.Inspector, request.Origin, turn.Now, request));
        }
    }

    /// <summary>The talk goes on as it was, as far as is known.</summary>
    private static void MoveFailed(SessionTurn turn, PendingRequest pending, Problem problem)
    {
        turn.State = turn.State with { Pending = null };
        if (turn.State.Talk is { } talk)
        {
            ChangeTalk(turn, talk, view => view with { TransferTo = null, Problem = problem }, TalkChange.NotChanged);
        }

        TellFailed(turn, pending.Request, problem);
    }

    private static void TellFailed(SessionTurn turn, SupervisionRequest request, Problem problem) =>
        turn.Tell(new RequestFailedNotice(turn.State.Inspector, request.Origin, turn.Now, request, problem));

    private static void OnTransferAnswered(SessionTurn turn, PendingRequest pending, GatewayFailure? failure)
    {
        if (turn.State.Talk is not { } talk)
        {
            turn.State = turn.State with { Pending = null };
            return;
        }

        if (failure is null or Unknown)
        {
            turn.State = turn.State with { Pending = pending with { Accepted = failure is null, IsAnswered = true } };
            if (talk.EndSeen is { } seen)
            {
                EndTalk(turn, talk, seen);
            }
            else
            {
                turn.Do(new StartTimer(pending.Token, turn.Limits.Session.TransferTimeout));
            }

            return;
        }

        MoveFailed(turn, pending, SessionTurn.ProblemOf(failure));
        LookWhetherOver(turn, failure);
        if (turn.State.Talk is { EndSeen: { } ended } over)
        {
            EndTalk(turn, over, ended);
        }
    }

    private static void OnTalkRead(SessionTurn turn, TalkRead read)
    {
        if (turn.State.Pending is not { } pending || pending.Token != read.Token || turn.State.Talk is not { } talk)
        {
            return;
        }

        var callId = talk.View.CallId;
        var isOwn = read.OwnCallIds?.Contains(callId);
        bool? isHeld = read.HeldCallIds?.Contains(callId);
        // An empty list of somebody who is on a call is no list.
        var isGone = isOwn != true && (read.Own is { IsWorking: false } || (isOwn == false && read.OwnCallIds!.Count > 0));
        if (isGone)
        {
            EndTalk(turn, talk, talk.EndSeen ?? TalkChange.Ended);
        }
        else if (pending.Request is TalkMoveRequested { Move: TalkMove.Hold } && isHeld == true)
        {
            OnHold(turn, callId);
        }
        else if (pending.Request is TalkMoveRequested { Move: TalkMove.Resume } && isHeld == false && isOwn == true)
        {
            OnResumed(turn, talk);
        }
        else
        {
            MoveFailed(turn, pending, new Problem((pending.Request, isOwn, isHeld) switch
            {
                (TransferRequested, true, _) => ProblemKind.TransferNotTaken,
                (TransferRequested, _, _) or (_, _, null) => ProblemKind.NoAnswer,
                _ => ProblemKind.TimedOut,
            }));
        }
    }

    /// <summary>The gateway's events say that the talk is over. Whether a transfer was the reason is told by its answer, which is waited for.</summary>
    private static void TalkIsOver(SessionTurn turn, TalkState talk, TalkChange how)
    {
        if (turn.State.Pending is { Request: TransferRequested, IsAnswered: false })
        {
            turn.State = turn.State with { Talk = talk with { EndSeen = talk.EndSeen ?? how } };
        }
        else
        {
            EndTalk(turn, talk, how);
        }
    }

    /// <summary>A request that concerns the talk is settled by its end.</summary>
    /// <returns>How the talk ended.</returns>
    private static TalkChange SettlePendingOfTalk(SessionTurn turn, TalkChange how)
    {
        switch (turn.State.Pending)
        {
            case { Request: HangUpRequested hangUp }:
                turn.State = turn.State with { Pending = null };
                if (how == TalkChange.LostSight)
                {
                    return how;
                }

                turn.Tell(new RequestDoneNotice(turn.State.Inspector, hangUp.Origin, turn.Now, hangUp));
                return TalkChange.EndedByInspector;
            case { Request: TransferRequested request } pending:
                turn.State = turn.State with { Pending = null };
                if (how is not (TalkChange.LostSight or TalkChange.EndedByCustomer))
                {
                    how = pending.Accepted ? TalkChange.Transferred : TalkChange.EndedInTransfer;
                }

                if (how == TalkChange.Transferred)
                {
                    turn.Tell(new RequestDoneNotice(turn.State.Inspector, request.Origin, turn.Now, request with { To = Shown(turn, request.To!) }));
                }
                else
                {
                    TellFailed(turn, request, new Problem(how == TalkChange.EndedByCustomer ? ProblemKind.CallEnded : ProblemKind.NoAnswer));
                }

                return how;
            case { Request: TalkMoveRequested request }:
                turn.State = turn.State with { Pending = null };
                TellFailed(turn, request, new Problem(how == TalkChange.LostSight ? ProblemKind.NoAnswer : ProblemKind.CallEnded));
                return how;
            default:
                return how;
        }
    }
}
