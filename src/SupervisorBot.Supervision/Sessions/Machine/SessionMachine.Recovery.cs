using SupervisorBot.Gateway.Results;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.Forcing;
using SupervisorBot.Supervision.Interception;
using SupervisorBot.Supervision.Monitoring;
using SupervisorBot.Supervision.Notices;
using SupervisorBot.Supervision.Sessions.Stored;
using SupervisorBot.Supervision.Talk;

namespace SupervisorBot.Supervision.Sessions.Machine;

/// <summary>
/// Coming to life after a start of the bot or another node's end, and reading one's own state back wherever an event may have been lost. What the gateway
/// shows counts; nothing is sent a second time.
/// </summary>
internal static partial class SessionMachine
{
    /// <summary>The gateway holds a poll for 10 s (CEC API reference cec_07_1274): for so long a dead node's last one can still swallow an event.</summary>
    private static readonly TimeSpan LastPollOfAnother = TimeSpan.FromSeconds(12);

    /// <summary>Where nothing goes on, one's own state is not read more often than this, however often the reading of events fails.</summary>
    private static readonly TimeSpan BetweenIdleRechecks = TimeSpan.FromSeconds(10);

    private const int MostTriesOfARecheck = 3;

    private static void OnSessionLoaded(SessionTurn turn, SessionLoaded loaded)
    {
        TakeOver(turn, loaded);
        ResumeProposals(turn);
        switch (turn.State.Status)
        {
            case SessionStatus.SigningIn:
                GiveUpSignIn(turn);
                break;
            case SessionStatus.AwaitingCode:
                ResumeAwaitingCode(turn, loaded.HasCredentials);
                break;
            case SessionStatus.SigningOut when !loaded.HasCredentials:
                // The gateway had signed the inspector out as they asked, which ends its credentials.
                EndSession(turn, turn.State.Pending is { } asked ? CauseOf(turn.State, asked) : null);
                break;
            case SessionStatus.SignedIn when !loaded.HasCredentials:
                LoseSession(turn, new Problem(ProblemKind.SessionEnded));
                break;
            case SessionStatus.SignedIn or SessionStatus.SigningOut:
                Resume(turn);
                break;
        }

        LoseWhatIsLeft(turn);
    }

    private static void TakeOver(SessionTurn turn, SessionLoaded loaded)
    {
        var state = loaded.Document?.ToState(turn.State) ?? turn.State;
        var records = loaded.Records.Select(record => KeyValuePair.Create(record.View.OperationId, record));
        turn.State = state with
        {
            Interceptions = state.Interceptions.SetItems(records),
            KeepsPassword = loaded.KeepsPassword,
            LastToken = loaded.Records.Select(record => record.Token).Append(state.LastToken).Max(),
        };
    }

    /// <summary>What waited for its confirmation, or for an approval, waits on.</summary>
    private static void ResumeProposals(SessionTurn turn)
    {
        foreach (var record in Undecided(turn, record => record.View.AwaitsPress))
        {
            if (turn.Now < record.View.ExpiresAt)
            {
                turn.Do(new StartTimer(record.Token, record.View.ExpiresAt - turn.Now));
            }
            else
            {
                Expire(turn, record);
            }
        }
    }

    private static List<InterceptionRecord> Undecided(SessionTurn turn, Func<InterceptionRecord, bool> which) =>
        [.. turn.State.Interceptions.Values.Where(record => record.View.Step != InterceptionStep.Decided && which(record))];

    /// <summary>Whether the sign-in came about is not known, and its Guid is lost: the inspector tries again, by force where the gateway says so.</summary>
    private static void GiveUpSignIn(SessionTurn turn)
    {
        var origin = turn.State.Pending?.Request.Origin ?? turn.State.Origin;
        var isByPage = turn.State.Page is not null;
        turn.State = turn.State with { Status = SessionStatus.SignedOut, Pending = null, Page = null };
        if (origin is not null)
        {
            turn.Tell(new SignInFailedNotice(turn.State.Inspector, origin, turn.Now, new Problem(ProblemKind.BotRestarted), IsByPage: isByPage));
        }
    }

    private static void Resume(SessionTurn turn)
    {
        turn.Do(new StartPolling());
        if (turn.State.Leaving is { } leaving)
        {
            Leave(turn, leaving);
        }

        foreach (var record in Undecided(turn, record => !record.View.AwaitsPress))
        {
            turn.State = turn.State with { Active = record.View.OperationId };
            ResumeInterception(turn, record);
        }

        ResumePending(turn);
        ResumeMonitoring(turn);
        if (turn.State.Talk is { EndSeen: not null } ending)
        {
            turn.Do(new StartTimer(ending.SettleToken, turn.Limits.Session.EndOfTalkSettling));
        }

        BeginRecheck(turn);
        RecheckAfter(turn, LastPollOfAnother);
    }

    private static void ResumeInterception(SessionTurn turn, InterceptionRecord record)
    {
        if (record.View.SentAt is null)
        {
            Decide(turn, record, InterceptionOutcome.NotDone, new Problem(ProblemKind.BotRestarted));
            return;
        }

        // It may still be on its way, and its talk may still begin: only a talk that is seen decides it sooner.
        var told = record.View.Step == InterceptionStep.Sending;
        record = turn.Advance(record, view => view with { Step = InterceptionStep.WaitingForTalk }, turn.NextToken(), told);
        turn.Do(new StartTimer(record.Token, UntilDecidable(turn, record)));
    }

    /// <summary>
    /// How long until "not done" may be said of what was sent. The time it was sent at is another process's: whatever that one's clock showed, the talk has
    /// its whole time from here, and no more than all of it.
    /// </summary>
    private static TimeSpan UntilDecidable(SessionTurn turn, InterceptionRecord record)
    {
        var talking = turn.Limits.Interception.TalkingTimeout;
        var whole = turn.Limits.InFlight + talking;
        var left = whole - (turn.Now - record.View.SentAt!.Value);
        return left < talking ? talking : left > whole ? whole : left;
    }

    /// <summary>What was asked of the gateway and not answered: what does no harm is asked again, the rest is waited for.</summary>
    private static void ResumePending(SessionTurn turn)
    {
        switch (turn.State.Pending)
        {
            case { Request: SignOutRequested } signOut:
                var monitored = turn.State.Monitoring?.View;
                turn.Do(new SignOut(signOut.Token, monitored?.WorkNo, monitored?.Mode ?? default));
                break;
            case { Request: SwitchRequested request }:
                OnSwitchAnswered(turn, request, new Unknown(GatewayFault.Dropped));
                break;
            case { Request: StopRequested, Accepted: false } stop when turn.State.Monitoring is { } monitoring:
                turn.Do(new StopMonitoring(stop.Token, monitoring.View.WorkNo, monitoring.View.Mode));
                break;
            case { Request: ForceRequested or DropRequested } asked:
                // It is not sent a second time: nobody knows whether it was, or what came of it.
                turn.State = turn.State with { Pending = null };
                TellFailed(turn, asked.Request, new Problem(ProblemKind.NoAnswer));
                break;
            case { Request: TransferRequested } transfer:
                turn.State = turn.State with { Pending = transfer with { IsAnswered = true } };
                turn.Do(new StartTimer(transfer.Token, turn.Limits.Session.TransferTimeout));
                break;
            case { Request: TalkMoveRequested request } move:
                OnMoveAnswered(turn, move, request, new Unknown(GatewayFault.Dropped));
                break;
            case { Request: StopRequested or HangUpRequested } awaited:
                turn.Do(new StartTimer(awaited.Token, turn.Limits.Session.StopTimeout));
                break;
        }
    }

    private static void ResumeMonitoring(SessionTurn turn)
    {
        if (turn.State.Monitoring is { View.Phase: MonitoringPhase.Requested or MonitoringPhase.PhoneRinging } monitoring)
        {
            turn.State = turn.State with { Monitoring = monitoring with { IsTakenOver = true } };
            turn.Do(new StartTimer(monitoring.Token, turn.Limits.Session.PhonePickupTimeout));
        }
    }

    /// <summary>Without a session nothing can be read back.</summary>
    private static void LoseWhatIsLeft(SessionTurn turn)
    {
        if (turn.State.Status != SessionStatus.SignedOut && turn.State.Status != SessionStatus.SigningIn)
        {
            return;
        }

        foreach (var record in Undecided(turn, record => !record.View.AwaitsPress))
        {
            turn.State = turn.State with { Active = record.View.OperationId };
            LoseActiveInterception(turn);
        }
    }

    private static void RecheckWhereDue(SessionTurn turn)
    {
        if (turn.State is { IsRecheckDue: true, Recheck: null } && (turn.State.IsWatched || (turn.Now - turn.State.RecheckedAt).Duration() >= BetweenIdleRechecks))
        {
            BeginRecheck(turn);
        }
    }

    private static void RecheckAfter(SessionTurn turn, TimeSpan time)
    {
        var token = turn.NextToken();
        turn.State = turn.State with { RecheckTimer = token };
        turn.Do(new StartTimer(token, time));
    }

    /// <summary>Reads one's own state, once; even where nothing is known to go on, as an event that began something may be what was lost.</summary>
    private static void BeginRecheck(SessionTurn turn)
    {
        turn.State = turn.State with { IsRecheckDue = false };
        if (!turn.State.IsSignedIn || turn.State.Recheck is not null)
        {
            return;
        }

        var workNo = (ActiveInterception(turn) ?? Awaited(turn))?.View.WorkNo ?? turn.State.Monitoring?.View.WorkNo;
        var token = turn.NextToken();
        turn.State = turn.State with { Recheck = new Recheck(token, turn.Now, workNo), RecheckedAt = turn.Now };
        turn.Do(new ReadBack(token, workNo));
    }

    private static void OnRechecked(SessionTurn turn, Recheck recheck, StateReadBack read)
    {
        turn.State = turn.State with { Recheck = null };
        if (read is { Own: null, OwnCalls: null })
        {
            // Nothing was told. The gateway answers again when its events do.
            var failures = turn.State.RecheckFailures + 1;
            turn.State = turn.State with { IsRecheckDue = failures < MostTriesOfARecheck, RecheckFailures = failures };
            return;
        }

        turn.State = turn.State with { RecheckFailures = 0 };

        if (Awaited(turn) is { } record && record.View.SentAt <= recheck.Since && recheck.WorkNo == record.View.WorkNo && turn.State.Talk is null
            && OwnCallOf(record, read) is { } own)
        {
            Settle(turn, record, own.CallId);
            return;
        }

        EndTalkThatIsOver(turn, recheck, read);
        EndMonitoringThatIsOver(turn, recheck, read);
        FindTalk(turn, recheck, read);
        SettleUncertain(turn, recheck, read);
    }

    /// <summary>A reading that is under way may still show what has just ended.</summary>
    private static void OutdateRecheck(SessionTurn turn)
    {
        if (turn.State.Recheck is { } recheck)
        {
            turn.State = turn.State with { Recheck = recheck with { IsOutdated = true } };
        }
    }

    /// <summary>A talk has ended when its call is none of the inspector's any more.</summary>
    private static void EndTalkThatIsOver(SessionTurn turn, Recheck recheck, StateReadBack read)
    {
        if (turn.State.Talk is not { } talk || talk.View.BeganAt > recheck.Since)
        {
            return;
        }

        var isListed = read.OwnCalls?.Any(call => call.CallId == talk.View.CallId);
        // An empty list of somebody who is on a call is no list.
        var isOver = read.Own is { IsWorking: false } || (isListed == false && (read.OwnCalls!.Count > 0 || read.Own is null));
        if (isOver && isListed != true)
        {
            TalkIsOver(turn, talk, talk.EndSeen ?? TalkChange.Ended);
        }
    }

    private static void EndMonitoringThatIsOver(SessionTurn turn, Recheck recheck, StateReadBack read)
    {
        if (turn.State.Monitoring is not { } monitoring || monitoring.View.Since > recheck.Since || read.Own is not { IsWorking: false })
        {
            return;
        }

        if (monitoring.View.Phase == MonitoringPhase.Active)
        {
            LegReleased(turn);
        }
        else if (monitoring.IsTakenOver)
        {
            MonitoringFailed(turn, new Problem(ProblemKind.PhoneNotPickedUp), detach: false);
        }
    }

    /// <summary>The inspector is on a call of their own that no event told of.</summary>
    private static void FindTalk(SessionTurn turn, Recheck recheck, StateReadBack read)
    {
        if (turn.State is not { Talk: null, Monitoring: null, Active: null, Leaving: null, Origin: { } origin }
            || read is not { Own.IsWorking: true, OwnCalls: [{ } call, ..] })
        {
            return;
        }

        // The call of the agent that is listened to is none of the inspector's own; nor is what has ended since the reading began.
        var isAgents = recheck.WorkNo is not null && read.AgentCallIds?.Contains(call.CallId) != false;
        if (isAgents || recheck.IsOutdated)
        {
            return;
        }

        var taken = turn.State.Interceptions.Values.FirstOrDefault(
            record => record.View is { Outcome: InterceptionOutcome.Done } view && view.CallId == call.CallId);
        BeginTalk(turn, taken?.View, taken?.View.Origin ?? origin, call.CallId, taken?.View.Customer ?? turn.Limits.Mask(call.CustomerNumber));
    }

    /// <summary>What was told as uncertain is told as what it was, where the gateway shows it now.</summary>
    private static void SettleUncertain(SessionTurn turn, Recheck recheck, StateReadBack read)
    {
        if (turn.State.Unsettled is not { } id || !turn.State.Interceptions.TryGetValue(id, out var record) || read.Own is not { IsWorking: false })
        {
            return;
        }

        // The time it was sent at may be another process's: no clock makes the wait longer than the whole.
        var whole = turn.Limits.InFlight + turn.Limits.Interception.TalkingTimeout;
        var left = whole - (recheck.Since - record.View.SentAt!.Value);
        if (left > TimeSpan.Zero)
        {
            RecheckAfter(turn, left > whole ? whole : left);
            return;
        }

        var agentHasIt = recheck.WorkNo == record.View.WorkNo && read.AgentCallIds?.Contains(record.View.CallId) == true;
        if (agentHasIt && record.View.Outcome == InterceptionOutcome.Unknown)
        {
            Decide(turn, record, InterceptionOutcome.NotDone, new Problem(ProblemKind.TimedOut));
        }

        LetUnsettledGo(turn);
    }
}
