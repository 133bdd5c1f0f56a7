using System.Collections.Immutable;
using SupervisorBot.Gateway.Monitoring;
using SupervisorBot.Gateway.Results;
using SupervisorBot.Supervision.Audit;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.Forcing;
using SupervisorBot.Supervision.Inspectors;
using SupervisorBot.Supervision.Interception;
using SupervisorBot.Supervision.Monitoring;
using SupervisorBot.Supervision.Notices;
using SupervisorBot.Supervision.Talk;

namespace SupervisorBot.Supervision.Sessions.Machine;

/// <summary>
/// Writing down for good what a turn did. It is told from what came in, from how the state has changed and from what is told of it, at the turn's end: so no
/// rule has to remember it.
/// </summary>
internal static partial class SessionMachine
{
    /// <summary>The code of an answer that refuses nothing.</summary>
    private const string Accepted = "0";

    private const string Failed = "Failed";

    private const string Done = "Done";

    private const string HandBack = "HandBack";

    private static void AuditTurn(SessionTurn turn, SessionState before, SessionInput input)
    {
        AuditInput(turn, before, input);
        AuditPage(turn, before, input);
        AuditWhatBegins(turn, before);
        foreach (var record in turn.Changed)
        {
            AuditInterception(turn, before.Interceptions.GetValueOrDefault(record.View.OperationId), record.View);
        }

        foreach (var notice in turn.Notices)
        {
            AuditNotice(turn, before, notice);
        }
    }

    /// <summary>What was known before the turn: of a session that comes to life, what was stored.</summary>
    private static SessionState KnownBefore(SessionState state, SessionInput input) => input is SessionLoaded loaded
        ? (loaded.Document?.ToState(state) ?? state) with
        {
            Interceptions = loaded.Records.ToImmutableDictionary(record => record.View.OperationId),
        }
        : state;

    private static void AuditInput(SessionTurn turn, SessionState before, SessionInput input)
    {
        switch (input)
        {
            case Asked asked when turn.Reply is Receipt { Repeated: false } receipt:
                AuditRequest(turn, before, asked.Request, receipt);
                break;
            case Proposed { Proposal: var proposal } when turn.Reply is ProposalAnswer { Interception: null } answer:
                turn.Audit(
                    By(turn, AuditAct.Intercept, AuditStage.Refused) with
                    {
                        WorkNo = proposal.WorkNo,
                        CallId = proposal.CallId,
                        OperationId = proposal.OperationId,
                        Code = answer.Problem?.Code,
                        Detail = answer.Refusal?.ToString() ?? answer.Problem?.Kind.ToString(),
                    },
                    proposal.Origin);
                break;
            case Pressed { PresserAgentId: var presser } when turn.Reply is PressAnswer { Result: PressResult.NotYours, Interception: { } view }:
                turn.Audit(
                    Of(turn, view, AuditStage.Refused) with { Actor = new AuditActor(null, null, null, presser, null), Detail = nameof(PressResult.NotYours) }, view.Origin);
                break;
            case ApprovalPressed { Approver: var approver }
                when turn.Reply is PressAnswer { Result: PressResult.NotByAsker or PressResult.MayNotApprove, Interception: { } view } answer:
                turn.Audit(Of(turn, view, AuditStage.Refused) with { Actor = ActorOf(approver), Detail = answer.Result.ToString() }, view.Origin);
                break;
            case SignInAnswered answered when before is { Status: SessionStatus.SigningIn, Pending: { } pending } && pending.Token == answered.Token:
                AuditAnswer(turn, By(turn, AuditAct.SignIn, AuditStage.Answered), answered.Failure, pending.Request.Origin);
                break;
            case OperationAnswered answered:
                AuditOperation(turn, before, answered);
                break;
            case AgentActed { NotSent: null } acted when before.Pending is { } pending && pending.Token == acted.Token:
                AuditAnswer(turn, Of(turn, before, pending.Request, AuditStage.Answered), acted.Failure, pending.Request.Origin);
                break;
        }
    }

    private static void AuditRequest(SessionTurn turn, SessionState before, SupervisionRequest request, Receipt receipt) => turn.Audit(
        Of(turn, before, request, receipt.Accepted ? AuditStage.Asked : AuditStage.Refused) with
        {
            Detail = receipt.Refusal?.ToString() ?? request switch
            {
                SwitchRequested change => change.Mode.ToString(),
                SignInRequested { TakeOver: true } => nameof(SignInRequested.TakeOver),
                SignInLinkRequested => Link,
                TransferRequested { To: { } to } => to.Kind.ToString(),
                TransferRequested => HandBack,
                ForceRequested force => force.State.ToString(),
                _ => null,
            },
        },
        request.Origin);

    private static void AuditOperation(SessionTurn turn, SessionState before, OperationAnswered answered)
    {
        if (before.Pending is { } pending && pending.Token == answered.Token)
        {
            AuditAnswer(turn, Of(turn, before, pending.Request, AuditStage.Answered), answered.Failure, pending.Request.Origin);
        }
        else if (before.Monitoring is { } monitoring && monitoring.Token == answered.Token)
        {
            AuditAnswer(turn, Of(turn, monitoring, AuditStage.Answered), answered.Failure, monitoring.Origin);
        }
        else if (before.Interceptions.Values.FirstOrDefault(record => record.Token == answered.Token && record.View.SentAt is not null) is { } record)
        {
            // Also where the talk came before the answer and has settled it.
            AuditAnswer(turn, Of(turn, record.View, AuditStage.Answered), answered.Failure, record.View.Origin);
        }
    }

    private static void AuditAnswer(SessionTurn turn, AuditEntry entry, GatewayFailure? failure, RequestOrigin origin)
    {
        var problem = failure is null ? null : SessionTurn.ProblemOf(failure);
        turn.Audit(entry with { Code = problem is null ? Accepted : problem.Code, Detail = problem?.Kind.ToString() }, origin);
    }

    /// <summary>What the bot asks of the gateway by itself: the listening that an interception begins with, and a sign-in after a loss.</summary>
    private static void AuditWhatBegins(SessionTurn turn, SessionState before)
    {
        if (turn.State.Monitoring is { ForInterception: not null } monitoring && monitoring.Token != before.Monitoring?.Token)
        {
            turn.Audit(Of(turn, monitoring, AuditStage.Asked), monitoring.Origin);
        }

        if (turn.State.Pending is { } pending && pending.Token != before.Pending?.Token && IsAgain(pending))
        {
            turn.Audit(By(turn, AuditAct.SignIn, AuditStage.Asked) with { Detail = "Again" }, pending.Request.Origin);
        }
    }

    private static void AuditMonitoring(SessionTurn turn, MonitoringState before, MonitoringState after)
    {
        var view = after.View;
        if (view.Mode != before.View.Mode)
        {
            turn.Audit(Of(turn, after, AuditStage.Changed) with { Act = AuditAct.Switch, Detail = view.Mode.ToString() }, after.Origin);
        }

        if (view.Phase == before.View.Phase)
        {
            return;
        }

        switch (view.Phase)
        {
            case MonitoringPhase.Active:
                turn.Audit(Of(turn, after, AuditStage.Started), after.Origin);
                break;
            case MonitoringPhase.Ended:
                turn.Audit(Of(turn, after, AuditStage.Ended) with { Detail = view.End?.ToString() }, after.Origin);
                break;
            case MonitoringPhase.Failed:
                turn.Audit(Of(turn, after, AuditStage.Ended) with { Outcome = Failed, Code = view.Problem?.Code, Detail = view.Problem?.Kind.ToString() }, after.Origin);
                break;
        }
    }

    private static void AuditInterception(SessionTurn turn, InterceptionRecord? before, InterceptionView view)
    {
        void Add(AuditStage stage, bool isOutcome = false)
        {
            var entry = Of(turn, view, stage);
            turn.Audit(
                isOutcome ? entry with { Outcome = view.Outcome?.ToString(), Code = view.Problem?.Code, Detail = view.Problem?.Kind.ToString() } : entry,
                view.Origin);
        }

        if (before is null)
        {
            Add(AuditStage.Asked);
        }

        if (before?.View.PressedAt is null && view is { PressedAt: not null, Outcome: not InterceptionOutcome.Cancelled })
        {
            Add(AuditStage.Confirmed);
        }

        if (before?.View.Answer is null && view.Answer is { } answer)
        {
            turn.Audit(
                Of(turn, view, answer.Approved ? AuditStage.Approved : AuditStage.Declined) with
                {
                    Actor = new AuditActor(null, answer.EntraObjectId, answer.Name, answer.AgentId, null),
                },
                view.Approvers.FirstOrDefault(place => place.AgentId == answer.AgentId)?.Origin ?? view.Origin);
        }

        if (before?.View.SentAt is null && view.SentAt is not null)
        {
            // Stored before it leaves.
            Add(AuditStage.Sent);
        }

        if (view.Step == InterceptionStep.Decided && view.Outcome != before?.View.Outcome)
        {
            Add(
                view.Outcome switch
                {
                    InterceptionOutcome.Cancelled => AuditStage.Cancelled,
                    InterceptionOutcome.Expired or InterceptionOutcome.NotApproved => AuditStage.Expired,
                    _ => AuditStage.Decided,
                },
                isOutcome: true);
        }
    }

    private static void AuditNotice(SessionTurn turn, SessionState before, SupervisionNotice notice)
    {
        switch (notice)
        {
            case SignedInNotice:
                turn.Audit(By(turn, AuditAct.SignIn, AuditStage.Started), notice.Origin);
                break;
            case SignInFailedNotice failed:
                AuditFailure(turn, By(turn, AuditAct.SignIn, AuditStage.Decided), failed.Problem, notice.Origin);
                break;
            case SignedOutNotice ended:
                turn.Audit(
                    By(turn, AuditAct.SignIn, AuditStage.Ended) with { Code = ended.Cause?.Code, Detail = ended.Cause?.Kind.ToString() ?? nameof(MonitoringEnd.Asked) },
                    notice.Origin);
                break;
            case RequestFailedNotice failed:
                AuditFailure(turn, Of(turn, before, failed.Request, AuditStage.Decided), failed.Problem, notice.Origin);
                break;
            case RequestDoneNotice { Request: not HangUpRequested } done:
                turn.Audit(
                    Of(turn, before, done.Request, AuditStage.Decided) with { Outcome = Done, Detail = (done.Request as ForceRequested)?.State.ToString() }, notice.Origin);
                break;
            case TalkNotice talk:
                AuditTalk(turn, before, talk);
                break;
        }
    }

    private static void AuditFailure(SessionTurn turn, AuditEntry entry, Problem problem, RequestOrigin origin) =>
        turn.Audit(entry with { Outcome = Failed, Code = problem.Code, Detail = problem.Kind.ToString() }, origin);

    /// <summary>A talk that an interception brought, and the hanging up of any.</summary>
    private static void AuditTalk(SessionTurn turn, SessionState before, TalkNotice notice)
    {
        var (talk, how) = (notice.Talk, notice.Change);
        if (talk.OperationId is { } id && turn.State.Interceptions.TryGetValue(id, out var taken))
        {
            if (how == TalkChange.Began)
            {
                turn.Audit(Of(turn, taken.View, AuditStage.Started) with { CallId = talk.CallId }, notice.Origin);
            }
            else if (talk.Phase == TalkPhase.Ended)
            {
                turn.Audit(Of(turn, taken.View, AuditStage.Ended) with { CallId = talk.CallId, Detail = how.ToString() }, notice.Origin);
            }
        }

        if (talk.Phase == TalkPhase.Ended && before.Pending?.Request is HangUpRequested request)
        {
            turn.Audit(Of(turn, before, request, AuditStage.Ended) with { Detail = how.ToString() }, request.Origin);
        }
    }

    private static AuditEntry By(SessionTurn turn, AuditAct act, AuditStage stage) => new()
    {
        Act = act,
        Stage = stage,
        Actor = ActorOf(turn.State.Inspector),
    };

    private static AuditActor ActorOf(Inspector inspector) => new(null, inspector.EntraObjectId, inspector.DisplayName, inspector.AgentId, null);

    private static AuditEntry Of(SessionTurn turn, SessionState before, SupervisionRequest request, AuditStage stage)
    {
        var entry = By(turn, ActOf(request), stage);
        return request switch
        {
            MonitorRequested monitor => entry with { WorkNo = monitor.WorkNo },
            SwitchRequested or StopRequested => entry with { WorkNo = before.Monitoring?.View.WorkNo },
            TransferRequested transfer => entry with
            {
                WorkNo = (transfer.To?.WorkNo) ?? (transfer.To is null ? before.Talk?.View.FromWorkNo : null),
                CallId = before.Talk?.View.CallId,
                OperationId = before.Talk?.View.OperationId,
            },
            ForceRequested force => entry with { WorkNo = force.WorkNo, Reason = force.Reason },
            DropRequested drop => entry with { WorkNo = drop.WorkNo, CallId = drop.CallId, Reason = drop.Reason },
            HangUpRequested or TalkMoveRequested => entry with { CallId = before.Talk?.View.CallId, OperationId = before.Talk?.View.OperationId },
            _ => entry,
        };
    }

    private static AuditEntry Of(SessionTurn turn, MonitoringState monitoring, AuditStage stage) => By(turn, ActOf(monitoring.View.Mode), stage) with
    {
        WorkNo = monitoring.View.WorkNo,
        OperationId = monitoring.ForInterception,
    };

    private static AuditEntry Of(SessionTurn turn, InterceptionView view, AuditStage stage) => By(turn, AuditAct.Intercept, stage) with
    {
        WorkNo = view.WorkNo,
        CallId = view.CallId,
        OperationId = view.OperationId,
        Reason = view.Reason,
    };

    private static AuditAct ActOf(SupervisionRequest request) => request switch
    {
        SignInRequested or SignInLinkRequested => AuditAct.SignIn,
        SignOutRequested => AuditAct.SignOut,
        MonitorRequested monitor => ActOf(monitor.Mode),
        SwitchRequested => AuditAct.Switch,
        StopRequested => AuditAct.Stop,
        HangUpRequested => AuditAct.HangUp,
        TalkMoveRequested move => move.Move switch
        {
            TalkMove.Hold => AuditAct.Hold,
            TalkMove.Resume => AuditAct.Resume,
            TalkMove.Mute => AuditAct.Mute,
            _ => AuditAct.Unmute,
        },
        TransferRequested => AuditAct.Transfer,
        ForceRequested => AuditAct.Force,
        DropRequested => AuditAct.Drop,
        _ => AuditAct.Message,
    };

    private static AuditAct ActOf(MonitoringMode mode) => mode switch
    {
        MonitoringMode.Insert => AuditAct.Insert,
        MonitoringMode.Whisper => AuditAct.Whisper,
        _ => AuditAct.Listen,
    };
}
