using SupervisorBot.Gateway.Events;
using SupervisorBot.Gateway.Results;
using SupervisorBot.Gateway.Sessions;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.Interception;
using SupervisorBot.Supervision.Monitoring;
using SupervisorBot.Supervision.Notices;
using SupervisorBot.Supervision.Talk;

namespace SupervisorBot.Supervision.Sessions.Machine;

/// <summary>Signing in, signing out, and the session's end.</summary>
internal static partial class SessionMachine
{
    /// <summary>How the requests begin that nobody made: no activity of a chat has such an id.</summary>
    private const string AgainPrefix = "sign-in-again-";

    /// <summary>How the sign-out of somebody begins who is no inspector any more.</summary>
    private const string DismissedPrefix = "dismissed-";

    private static Receipt AskSignIn(SessionTurn turn, SignInRequested request, bool hasPassword)
    {
        if (RefuseSignIn(turn.State) is { } refusal)
        {
            return new Receipt(refusal);
        }

        if (TryTakeOver(turn, request) is { } takenOver)
        {
            return takenOver;
        }

        if (!hasPassword)
        {
            return new Receipt(Refusal.NoPassword);
        }

        ForgetPage(turn);
        BeginSignIn(turn, request, turn.NextToken());
        return new Receipt();
    }

    private static void BeginSignIn(SessionTurn turn, SignInRequested request, long token, string? phone = null)
    {
        turn.State = turn.State with
        {
            Status = SessionStatus.SigningIn,
            Origin = request.Origin,
            Pending = new PendingRequest(request, token),
        };
        turn.Do(new SignIn(token, request.TakeOver, phone ?? turn.State.Inspector.PhoneNumber));
    }

    private static void OnSignInAnswered(SessionTurn turn, SignInAnswered answered)
    {
        if (turn.State.Status != SessionStatus.SigningIn || turn.State.Pending is not { } pending || pending.Token != answered.Token)
        {
            return;
        }

        if (IsOfPage(pending) && turn.State.Page is { } page)
        {
            OnPageAnswered(turn, page, answered);
            return;
        }

        var takenOver = turn.State.Page;
        if (answered.Failure is { } failure)
        {
            ForgetPage(turn);
            ForgetKeptPassword(turn);
            turn.State = turn.State with { Status = SessionStatus.SignedOut, Pending = null };
            turn.Tell(new SignInFailedNotice(turn.State.Inspector, pending.Request.Origin, turn.Now, SessionTurn.ProblemOf(failure), IsAgain(pending)));
            return;
        }

        KeepOrForgetPassword(turn);
        turn.State = turn.State with
        {
            Inspector = turn.State.Inspector with { PhoneNumber = takenOver?.Phone ?? turn.State.Inspector.PhoneNumber },
            Status = SessionStatus.SignedIn,
            SignedInAt = turn.Now,
            LoginTime = answered.LoginTime,
            LastHeard = turn.Now,
            Pending = null,
            PhoneOffHook = false,
            MayBeOffHook = false,
        };
        turn.Do(new StartPolling());
        turn.Tell(new SignedInNotice(turn.State.Inspector, pending.Request.Origin, turn.Now, answered.MayInspect, IsAgain(pending)) { Password = answered.Password });
        if (turn.State.IsWatched)
        {
            // An interception of the lost session is still uncertain: the gateway tells now what became of it.
            BeginRecheck(turn);
        }
    }

    private static Receipt AskSignOut(SessionTurn turn, SignOutRequested request)
    {
        var state = turn.State;
        if (state.Status == SessionStatus.SignedOut)
        {
            return new Receipt(Refusal.NotSignedIn);
        }

        if (state is { Status: SessionStatus.AwaitingCode, Page: { IsElsewhere: true } page })
        {
            // There is nothing at the gateway to sign out.
            ForgetPage(turn);
            turn.State = turn.State with { Status = SessionStatus.SignedOut, Origin = null };
            turn.Tell(new SignedOutNotice(state.Inspector, request.Origin, turn.Now, null));
            return new Receipt();
        }

        if (state.Status is not (SessionStatus.SignedIn or SessionStatus.AwaitingCode))
        {
            return new Receipt(Refusal.SigningInOrOut);
        }

        // The gateway does not sign out an agent who talks (CEC API reference cec_07_1219).
        if (state.Talk is not null)
        {
            return new Receipt(Refusal.InACall);
        }

        if (state.Pending is not null || state.Active is not null)
        {
            return new Receipt(Refusal.Busy);
        }

        var token = turn.NextToken();
        turn.State = turn.State with { Status = SessionStatus.SigningOut, Pending = new PendingRequest(request, token) };
        turn.Do(new SignOut(token, state.Monitoring?.View.WorkNo, state.Monitoring?.View.Mode ?? default));
        return new Receipt();
    }

    private static void OnSignOutAnswered(SessionTurn turn, PendingRequest pending, GatewayFailure? failure)
    {
        if (failure is null or Refused { Code.Value: ResultCodes.NotSignedIn or ResultCodes.AlreadySignedOut })
        {
            EndSession(turn, CauseOf(turn.State, pending));
            return;
        }

        if (turn.State.Page is not null)
        {
            // A sign-in without its code must not come to life: without its polls the gateway ends it after two minutes.
            EndSession(turn, CauseOf(turn.State, pending));
            return;
        }

        turn.State = turn.State with { Status = SessionStatus.SignedIn, Pending = null };
        if (IsDismissed(pending))
        {
            // It is tried again until it has come about.
            return;
        }

        turn.Tell(new RequestFailedNotice(turn.State.Inspector, pending.Request.Origin, turn.Now, pending.Request, SessionTurn.ProblemOf(failure)));
    }

    /// <summary>Whoever is no inspector any more is signed out; a talk with a customer is not cut off, and what was sent is waited for.</summary>
    private static void OnDismissed(SessionTurn turn)
    {
        DismissPage(turn);
        foreach (var record in Undecided(turn, record => record.View.AwaitsPress))
        {
            Decide(turn, record, InterceptionOutcome.NotPermitted, new Problem(ProblemKind.NotListed));
        }

        if (turn.State is { Status: SessionStatus.SignedIn, Talk: null, Pending: null, Active: null, Origin: { } origin } state)
        {
            var token = turn.NextToken();
            var request = new SignOutRequested($"{DismissedPrefix}{token}", origin);
            turn.State = state with { LastToken = token, Status = SessionStatus.SigningOut, Pending = new PendingRequest(request, token) };
            turn.Do(new SignOut(token, state.Monitoring?.View.WorkNo, state.Monitoring?.View.Mode ?? default));
        }
    }

    /// <summary>Why somebody is signed out by a request: null where they asked for it themselves.</summary>
    private static Problem? CauseOf(SessionState state, PendingRequest signOut) =>
        IsDismissed(signOut) ? new Problem(ProblemKind.NotListed) : state.Page?.GivenUp is { } cause ? new Problem(cause) : null;

    private static bool IsDismissed(PendingRequest pending) => pending.Request.RequestId.StartsWith(DismissedPrefix, StringComparison.Ordinal);

    private static void OnPollFailed(SessionTurn turn, PollFailed failed)
    {
        if (turn.State.Status is not (SessionStatus.SignedIn or SessionStatus.SigningOut or SessionStatus.AwaitingCode))
        {
            return;
        }

        var silent = failed.Silence >= turn.Limits.Session.SilenceLimit;
        var lost = silent || failed.Failure.Session switch
        {
            SessionVerdict.Gone => true,
            SessionVerdict.Doubtful => failed.InARow >= turn.Limits.Session.NoRightLimit,
            _ => false,
        };
        if (!lost)
        {
            // The answer that was lost may have carried an event.
            turn.State = turn.State with { IsRecheckDue = true, RecheckFailures = 0 };
            DoubtPhone(turn);
        }
        else
        {
            var cause = failed.Failure is Refused refused
                ? new Problem(ProblemKind.SessionEnded, refused.Code.Value)
                : SessionTurn.ProblemOf(failed.Failure);
            LoseSession(turn, turn.State.Pending is { Request: SignOutRequested } asked && failed.Failure is Refused ? CauseOf(turn.State, asked) : cause);
        }
    }

    private static void OnShutdown(SessionTurn turn, ShutdownEvent shutdown)
    {
        if (shutdown.SignedInAt is { } ended && turn.State.LoginTime is { } own && ended < own)
        {
            // The end of an earlier sign-in, told late.
            return;
        }

        // Nobody here asked for it: the inspector signed in elsewhere, or somebody signed them out. That is not undone.
        EndSession(turn, turn.State.Pending is { Request: SignOutRequested } asked ? CauseOf(turn.State, asked) : new Problem(ProblemKind.SignedOutElsewhere));
    }

    private static bool IsOfPage(PendingRequest pending) => pending.Request.RequestId.StartsWith(PagePrefix, StringComparison.Ordinal);

    /// <summary>After a take-over the password that was held for it is kept by option only.</summary>
    private static void KeepOrForgetPassword(SessionTurn turn)
    {
        if (turn.State.Page is null)
        {
            return;
        }

        if (turn.Limits.SignIn.KeepPassword)
        {
            turn.State = turn.State with { Page = null, KeepsPassword = true };
        }
        else
        {
            ForgetPage(turn);
        }
    }

    private static void ForgetKeptPassword(SessionTurn turn)
    {
        if (turn.State.KeepsPassword)
        {
            turn.State = turn.State with { KeepsPassword = false };
            turn.Do(new ForgetPassword());
        }
    }

    private static bool IsAgain(PendingRequest pending) => pending.Request.RequestId.StartsWith(AgainPrefix, StringComparison.Ordinal);

    /// <summary>The session is lost and nobody wished it: by option it is begun anew, never by force.</summary>
    private static void LoseSession(SessionTurn turn, Problem? cause)
    {
        var origin = turn.State.Origin;
        var canSignIn = (turn.State.HasPassword || turn.State.KeepsPassword) && turn.State.Page is null;
        var again = cause is not null and not { Kind: ProblemKind.NotListed } && origin is not null && canSignIn && turn.Limits.Session.SignInAgain;
        var phone = turn.State.Inspector.PhoneNumber;
        EndSession(turn, cause, again);
        if (again)
        {
            var token = turn.NextToken();
            BeginSignIn(turn, new SignInRequested($"{AgainPrefix}{token}", origin!), token, phone);
        }
    }

    /// <summary>The session is over: whatever went on in it is told as what it became.</summary>
    private static void EndSession(SessionTurn turn, Problem? cause, bool again = false)
    {
        var state = turn.State;
        if (state.Status == SessionStatus.SignedOut)
        {
            return;
        }

        var origin = state.Pending?.Request.Origin ?? state.Origin!;
        turn.Do(new StopPolling());
        EndMonitoring(turn, MonitoringEnd.SignedOut);
        if (cause is null)
        {
            // Whoever is signed out as they asked is in no call.
            LetUnsettledGo(turn);
        }

        LoseActiveInterception(turn);
        if (turn.State.Talk is { } talk)
        {
            EndTalk(turn, talk, TalkChange.LostSight);
        }

        LosePendingAct(turn);
        ForgetPage(turn);
        if (!again)
        {
            ForgetKeptPassword(turn);
            turn.State = turn.State with { Inspector = turn.State.Inspector with { PhoneNumber = turn.State.DirectoryPhone } };
        }

        turn.State = turn.State with
        {
            Status = SessionStatus.SignedOut,
            SignedInAt = null,
            LoginTime = null,
            Pending = null,
            PhoneOffHook = false,
            MayBeOffHook = false,
            Origin = null,
            Leaving = null,
            Recheck = null,
            IsRecheckDue = false,
            RecheckFailures = 0,
            RecheckTimer = 0,
        };
        turn.Tell(new SignedOutNotice(turn.State.Inspector, origin, turn.Now, cause, again));
    }
}
