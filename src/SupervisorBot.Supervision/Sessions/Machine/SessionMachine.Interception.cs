using SupervisorBot.Gateway.Agents;
using SupervisorBot.Gateway.Calls;
using SupervisorBot.Gateway.Monitoring;
using SupervisorBot.Gateway.Results;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.Interception;
using SupervisorBot.Supervision.Monitoring;

namespace SupervisorBot.Supervision.Sessions.Machine;

/// <summary>
/// Taking a call over: claim, attach where the inspector is not on the call yet, send the intercept once, wait for the talk, report.
/// Whatever goes wrong before the sending leaves the call as it was; whatever is not known after it is read back, never sent again.
/// </summary>
internal static partial class SessionMachine
{
    private static InterceptionRecord? ActiveInterception(SessionTurn turn) =>
        turn.State.Active is { } id ? turn.State.Interceptions.GetValueOrDefault(id) : null;

    private static void OnProposed(SessionTurn turn, Proposed proposed)
    {
        var (proposal, state) = (proposed.Proposal, turn.State);
        if (state.Interceptions.TryGetValue(proposal.OperationId, out var known))
        {
            // One operation is one call: a second choice under the same id must not show the first one's confirmation.
            var same = known.View.WorkNo == proposal.WorkNo && known.View.CallId == proposal.CallId;
            turn.Reply = same ? new ProposalAnswer(known.View) : new ProposalAnswer(null, Refusal.AnotherCallChosen);
            return;
        }

        if (CannotIntercept(state, proposal.WorkNo) is { } refusal)
        {
            turn.Reply = new ProposalAnswer(null, refusal, WorkNo: state.Monitoring?.View.WorkNo);
            return;
        }

        if (proposed.Problem is not null)
        {
            turn.Reply = new ProposalAnswer(null, Problem: proposed.Problem);
            return;
        }

        var record = Register(turn, proposed);
        turn.Reply = new ProposalAnswer(record.View);
    }

    private static InterceptionRecord Register(SessionTurn turn, Proposed proposed)
    {
        var (proposal, call) = (proposed.Proposal, proposed.Call);
        var lifetime = turn.Limits.Interception.ConfirmationLifetime;
        var token = turn.NextToken();
        var view = new InterceptionView
        {
            OperationId = proposal.OperationId,
            Inspector = turn.State.Inspector,
            WorkNo = proposal.WorkNo,
            AgentName = proposed.AgentName,
            CallId = proposal.CallId,
            Customer = turn.Limits.Mask(call?.CustomerNumber),
            Direction = Agents.Directions.Of(call?.Feature ?? CallFeature.Unknown),
            CallAnsweredAt = call?.AnsweredAt,
            Origin = proposal.Origin,
            Step = InterceptionStep.Proposed,
            ProposedAt = turn.Now,
            ExpiresAt = turn.Now + lifetime,
            Approval = proposed.Policy.Approval,
            Approvers = proposed.Policy.Approval == ApprovalRule.None ? [] : [.. proposal.Approvers],
            ReasonRule = proposed.Policy.Reason,
            Reasons = [.. proposed.Policy.Reasons],
        };
        var record = new InterceptionRecord(view, call?.CustomerNumber, 1, token);
        turn.Add(record);
        turn.Do(new StartTimer(token, lifetime));
        Forget(turn);
        return record;
    }

    /// <summary>Outcomes older than their lifetime are let go.</summary>
    private static void Forget(SessionTurn turn)
    {
        var oldest = turn.Now - turn.Limits.Interception.OutcomeLifetime;
        var old = turn.State.Interceptions.Values.Where(r => r.View.DecidedAt < oldest).Select(r => r.View.OperationId).ToList();
        turn.State = turn.State with { Interceptions = turn.State.Interceptions.RemoveRange(old) };
    }

    private static Refusal? CannotIntercept(SessionState state, int workNo)
    {
        if (CannotAct(state) is { } refusal)
        {
            return refusal;
        }

        if (workNo == state.Inspector.AgentId)
        {
            return Refusal.Self;
        }

        if (state.Talk is not null)
        {
            return Refusal.InACall;
        }

        return state.Monitoring is { } monitoring && monitoring.View.WorkNo != workNo ? Refusal.AlreadyMonitoring : null;
    }

    private static void OnPressed(SessionTurn turn, Pressed pressed)
    {
        if (!turn.State.Interceptions.TryGetValue(pressed.OperationId, out var record))
        {
            turn.Reply = new PressAnswer(PressResult.NotKnown, null);
        }
        else if (pressed.PresserAgentId != record.View.Inspector.AgentId)
        {
            turn.Reply = new PressAnswer(PressResult.NotYours, record.View);
        }
        else if (!record.View.AwaitsPress || (pressed.Confirm && record.View.Step == InterceptionStep.AwaitingApproval))
        {
            turn.Reply = new PressAnswer(PressResult.AlreadyDecided, record.View);
        }
        else if (turn.Now >= record.View.ExpiresAt)
        {
            turn.Reply = new PressAnswer(PressResult.AlreadyDecided, Expire(turn, record).View);
        }
        else if (!pressed.Confirm)
        {
            turn.Reply = new PressAnswer(PressResult.TookEffect, Decide(turn, Press(turn, record), InterceptionOutcome.Cancelled).View);
        }
        else if (!InterceptionPolicy.TryReadReason(record.View, pressed.Reason, out var reason))
        {
            turn.Reply = new PressAnswer(PressResult.ReasonMissing, record.View);
        }
        else
        {
            record = Press(turn, record, reason);
            turn.Reply = new PressAnswer(PressResult.TookEffect, (record.View.Approval == ApprovalRule.None ? Start(turn, record) : AskApproval(turn, record)).View);
        }
    }

    private static InterceptionRecord Press(SessionTurn turn, InterceptionRecord record, string? reason = null) =>
        turn.Advance(record, view => view with { PressedAt = turn.Now, Reason = reason ?? view.Reason }, tell: false);

    private static InterceptionRecord Expire(SessionTurn turn, InterceptionRecord record) =>
        Decide(turn, record, record.View.Step == InterceptionStep.AwaitingApproval ? InterceptionOutcome.NotApproved : InterceptionOutcome.Expired);

    private static InterceptionRecord Start(SessionTurn turn, InterceptionRecord record)
    {
        if (Hindrance(turn.State, record) is { } hindrance)
        {
            return Decide(turn, record, hindrance);
        }

        turn.State = turn.State with { Active = record.View.OperationId };
        turn.Do(new ClaimCall(record.View.OperationId, record.View.WorkNo, record.View.CallId));
        return turn.Advance(record, view => view with { Step = InterceptionStep.Claiming }, turn.NextToken());
    }

    /// <summary>How an interception ends at once that cannot begin now, or null.</summary>
    private static InterceptionOutcome? Hindrance(SessionState state, InterceptionRecord record) => CannotIntercept(state, record.View.WorkNo) switch
    {
        null => null,
        Refusal.NotSignedIn or Refusal.AwaitingCode => InterceptionOutcome.NotSignedIn,
        _ => InterceptionOutcome.Busy,
    };

    private static void OnClaimAnswered(SessionTurn turn, ClaimAnswered answered)
    {
        if (ActiveInterception(turn) is not { View.Step: InterceptionStep.Claiming } record || record.View.OperationId != answered.OperationId)
        {
            // The interception was decided meanwhile: what was claimed for it is given free.
            if (answered.Answer is { Granted: true } && turn.State.Unsettled != answered.OperationId)
            {
                turn.ReleaseClaim(answered.OperationId);
            }

            return;
        }

        if (answered.MayNot is { } mayNot)
        {
            Decide(turn, record, InterceptionOutcome.NotPermitted, mayNot);
            return;
        }

        if (answered.Answer is null)
        {
            Decide(turn, record, InterceptionOutcome.NotDone, new Problem(ProblemKind.NoAnswer));
            return;
        }

        if (answered.Answer is { Granted: false } own && own.HolderAgentId == turn.State.Inspector.AgentId)
        {
            Decide(turn, record, InterceptionOutcome.Busy, new Problem(ProblemKind.AlreadyTaking));
            return;
        }

        if (!answered.Answer.Granted)
        {
            Decide(turn, record, InterceptionOutcome.TakenByAnother, takenBy: answered.Answer.HeldBy);
            return;
        }

        switch (turn.State.Monitoring)
        {
            case { View.Phase: MonitoringPhase.Active }:
                Send(turn, record);
                break;
            case not null:
                turn.Advance(record, view => view with { Step = InterceptionStep.WaitingForPhone });
                break;
            case null:
                record = turn.Advance(record, view => view with { Step = InterceptionStep.Attaching, Attached = true });
                BeginMonitoring(turn, record.View.WorkNo, record.View.AgentName, MonitoringMode.Listen, record.View.Origin, record.View.OperationId);
                break;
        }
    }

    private static void OnAttachRings(SessionTurn turn)
    {
        if (ActiveInterception(turn) is { View.Step: InterceptionStep.Attaching } record)
        {
            turn.Advance(record, view => view with { Step = InterceptionStep.WaitingForPhone });
        }
    }

    /// <summary>The inspector is on the call now. Some time has passed since the press, so the call is looked at once more.</summary>
    private static void OnAttached(SessionTurn turn)
    {
        if (ActiveInterception(turn) is { View.Step: InterceptionStep.Attaching or InterceptionStep.WaitingForPhone } record)
        {
            record = turn.Advance(record, view => view with { Step = InterceptionStep.WaitingForPhone }, turn.NextToken(), tell: false);
            turn.Do(new CheckCall(record.Token, record.View.WorkNo));
        }
    }

    private static void OnAttachFailed(SessionTurn turn, Problem problem)
    {
        if (ActiveInterception(turn) is not { View.Step: InterceptionStep.Attaching or InterceptionStep.WaitingForPhone } record)
        {
            return;
        }

        var outcome = problem.Kind switch
        {
            ProblemKind.PhoneNotPickedUp => InterceptionOutcome.PhoneNotPickedUp,
            ProblemKind.Refused => InterceptionOutcome.Refused,
            ProblemKind.Unreachable => InterceptionOutcome.Unreachable,
            _ => InterceptionOutcome.NotDone,
        };
        Decide(turn, record, outcome, problem);
    }

    private static void OnCallChecked(SessionTurn turn, CallChecked check)
    {
        if (ActiveInterception(turn) is not { View.Step: InterceptionStep.WaitingForPhone } record || record.Token != check.Token)
        {
            return;
        }

        if (check.MayNot is { } mayNot)
        {
            Decide(turn, record, InterceptionOutcome.NotPermitted, mayNot);
        }
        else if (check.Failure is Unreachable or Unknown)
        {
            Decide(turn, record, InterceptionOutcome.Unreachable, SessionTurn.ProblemOf(check.Failure));
        }
        else if (check.CallIds is { } callIds && !callIds.Contains(record.View.CallId))
        {
            Decide(turn, record, InterceptionOutcome.CallEnded, new Problem(ProblemKind.CallEnded));
        }
        else if (turn.State.Monitoring is { View.Phase: MonitoringPhase.Active })
        {
            Send(turn, record);
        }
        else
        {
            Decide(turn, record, InterceptionOutcome.NotDone, new Problem(ProblemKind.PhoneNotPickedUp));
        }
    }

    private static void Send(SessionTurn turn, InterceptionRecord record)
    {
        if (turn.State.Talk is not null)
        {
            // Since the press the inspector has come to talk with somebody: it was that call for which the phone was picked up.
            Decide(turn, record, InterceptionOutcome.Busy);
            return;
        }

        record = turn.Advance(record, view => view with { Step = InterceptionStep.Sending, SentAt = turn.Now }, turn.NextToken());
        LetUnsettledGo(turn);
        turn.Do(new SendIntercept(record.Token, record.View.OperationId, record.View.WorkNo, record.View.CallId));
    }

    private static void OnInterceptAnswered(SessionTurn turn, InterceptionRecord record, GatewayFailure? failure)
    {
        if (record.View.Step != InterceptionStep.Sending)
        {
            return;
        }

        switch (failure)
        {
            case null or Unknown or Refused { Code.Value: ResultCodes.PlatformError or ResultCodes.UnknownError }:
                // Those two codes tell of an exception on the way, not of whether the gateway had acted by then.
                // The time for the talk begins here: before its answer, or the end of its own limit, the intercept may still be on its way.
                record = turn.Advance(
                    record,
                    view => view with { Step = InterceptionStep.WaitingForTalk, Problem = failure is null ? null : SessionTurn.ProblemOf(failure) },
                    turn.NextToken());
                turn.Do(new StartTimer(record.Token, turn.Limits.Interception.TalkingTimeout));
                break;
            case Refused { Code.Value: ResultCodes.ResourceUnavailable }:
                // 900-003 says "not monitoring, wrong state or the call is gone": reading the calls tells which.
                BeginReadBack(turn, turn.Advance(record, view => view with { Problem = SessionTurn.ProblemOf(failure) }, tell: false));
                break;
            case Refused:
                Decide(turn, record, InterceptionOutcome.Refused, SessionTurn.ProblemOf(failure));
                break;
            default:
                Decide(turn, record, InterceptionOutcome.Unreachable, SessionTurn.ProblemOf(failure));
                break;
        }
    }

    /// <summary>The session was lost while the intercept was on its way: that the gateway refused it is known now.</summary>
    private static void OnInterceptAnsweredLate(SessionTurn turn, InterceptionRecord record, GatewayFailure? failure)
    {
        if (record.View.Outcome == InterceptionOutcome.Unknown
            && failure is Refused { Code.Value: not (ResultCodes.PlatformError or ResultCodes.UnknownError or ResultCodes.ResourceUnavailable) })
        {
            LetUnsettledGo(turn);
            Decide(turn, record, InterceptionOutcome.Refused, SessionTurn.ProblemOf(failure));
        }
    }

    private static void OnInterceptionTimer(SessionTurn turn, long token)
    {
        var record = turn.State.Interceptions.Values.FirstOrDefault(r => r.Token == token && r.View.Step != InterceptionStep.Decided);
        switch (record?.View.Step)
        {
            case InterceptionStep.Proposed or InterceptionStep.AwaitingApproval:
                Expire(turn, record);
                break;
            case InterceptionStep.WaitingForTalk:
                BeginReadBack(turn, record);
                break;
            default:
                break;
        }
    }

    private static void BeginReadBack(SessionTurn turn, InterceptionRecord record)
    {
        record = turn.Advance(record, view => view with { Step = InterceptionStep.Reconciling }, turn.NextToken());
        turn.Do(new ReadBack(record.Token, record.View.WorkNo));
    }

    private static void OnStateReadBack(SessionTurn turn, StateReadBack state)
    {
        if (turn.State.Recheck is { } recheck && recheck.Token == state.Token)
        {
            OnRechecked(turn, recheck, state);
            return;
        }

        if (ActiveInterception(turn) is not { View.Step: InterceptionStep.Reconciling } record || record.Token != state.Token)
        {
            return;
        }

        bool? agentHasIt = state.AgentCallIds?.Contains(record.View.CallId);
        var refusal = record.View.Problem is { Kind: ProblemKind.Refused } problem ? problem : null;
        if (OwnCallOf(record, state) is { } own)
        {
            Settle(turn, record, own.CallId);
        }
        else if (refusal is { Code: ResultCodes.ResourceUnavailable })
        {
            LeaveWhatIsOver(turn, state.Own);
            Decide(turn, record, agentHasIt == false ? InterceptionOutcome.CallEnded : InterceptionOutcome.Refused, refusal);
        }
        else if (agentHasIt == true)
        {
            var outcome = refusal is null ? InterceptionOutcome.NotDone : InterceptionOutcome.Refused;
            DecideFromReadBack(turn, record, outcome, refusal ?? new Problem(ProblemKind.TimedOut));
        }
        else
        {
            // A call that is nowhere any more may have been taken and have ended since: that is not "not done".
            DecideFromReadBack(turn, record, InterceptionOutcome.Unknown, record.View.Problem ?? new Problem(ProblemKind.TimedOut));
        }
    }

    /// <summary>The inspector's own call that an interception has brought, where the gateway shows it beyond doubt.</summary>
    private static CallInfo? OwnCallOf(InterceptionRecord record, StateReadBack state)
    {
        // A listener is shown the agent's call too: only where the agent is known not to have it any more is it the inspector's own.
        return state.AgentCallIds is not { } agentIds || agentIds.Contains(record.View.CallId) || state.Own is not { IsWorking: true }
            ? null
            : state.OwnCalls?.FirstOrDefault(call => call.CallId == record.View.CallId || IsCustomer(record, call.CustomerNumber));
    }

    /// <summary>A talk that begins after all still corrects what was read back.</summary>
    private static void DecideFromReadBack(SessionTurn turn, InterceptionRecord record, InterceptionOutcome outcome, Problem problem)
    {
        turn.State = turn.State with { Unsettled = record.View.OperationId };
        Decide(turn, record, outcome, problem);
    }

    /// <summary>The gateway says that the inspector is on no call: a monitoring whose end was not heard is over.</summary>
    private static void LeaveWhatIsOver(SessionTurn turn, AgentStatus? own)
    {
        if (own is { IsWorking: false })
        {
            EndMonitoring(turn, MonitoringEnd.PhoneReleased);
        }
    }

    /// <summary>The inspector's phone is free and nobody talks: an interception whose outcome could not be told is over, whatever it was.</summary>
    private static void LetUnsettledGo(SessionTurn turn)
    {
        if (turn.State.Unsettled is not { } id)
        {
            return;
        }

        turn.State = turn.State with { Unsettled = null };
        turn.ReleaseClaim(id);
    }

    /// <summary>The inspector talks with the customer: the interception is done.</summary>
    private static void Settle(SessionTurn turn, InterceptionRecord record, string callId)
    {
        turn.State = turn.State with { Unsettled = null };
        EndMonitoring(turn, MonitoringEnd.Intercepted);
        Decide(turn, record, InterceptionOutcome.Done);
        BeginTalk(turn, record.View, record.View.Origin, callId, record.View.Customer);
    }

    private static InterceptionRecord Decide(
        SessionTurn turn, InterceptionRecord record, InterceptionOutcome outcome, Problem? problem = null, string? takenBy = null)
    {
        var wasActive = turn.State.Active == record.View.OperationId;
        var decided = turn.Advance(record, view => view with
        {
            Step = InterceptionStep.Decided,
            Outcome = outcome,
            Problem = problem,
            TakenBy = takenBy,
            DecidedAt = turn.Now,
        });
        if (wasActive)
        {
            turn.State = turn.State with { Active = null };
            AfterActive(turn, decided);
        }

        return decided;
    }

    /// <summary>What did not come about is undone: the claim, and the listening that was begun for it.</summary>
    private static void AfterActive(SessionTurn turn, InterceptionRecord decided)
    {
        var outcome = decided.View.Outcome;
        if (outcome is InterceptionOutcome.Done or InterceptionOutcome.Unknown)
        {
            return;
        }

        if (outcome != InterceptionOutcome.TakenByAnother && decided.View.Problem?.Kind != ProblemKind.AlreadyTaking)
        {
            turn.ReleaseClaim(decided.View.OperationId);
        }

        if (decided.View.Attached && turn.State.Monitoring is { } monitoring)
        {
            // The listen of a bot that died may still be on its way.
            Detach(turn, monitoring.View, decided.View.Problem?.Kind == ProblemKind.BotRestarted ? turn.Limits.Gateway.RequestTimeout : default);
            EndMonitoring(turn, MonitoringEnd.Detached);
        }
    }

    /// <summary>The session ended under an interception: what was not sent is not done, what was sent is told by a later sign-in, or by a talk.</summary>
    private static void LoseActiveInterception(SessionTurn turn)
    {
        if (ActiveInterception(turn) is not { View.Step: not InterceptionStep.Decided } record)
        {
            return;
        }

        var problem = new Problem(ProblemKind.SessionEnded);
        if (record.View.SentAt is null)
        {
            Decide(turn, record, InterceptionOutcome.NotDone, problem);
        }
        else
        {
            LetUnsettledGo(turn);
            DecideFromReadBack(turn, record, InterceptionOutcome.Unknown, problem);
        }
    }
}
