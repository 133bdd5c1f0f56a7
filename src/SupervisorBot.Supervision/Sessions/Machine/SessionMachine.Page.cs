using SupervisorBot.Gateway.Results;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.Notices;
using SupervisorBot.Supervision.SigningIn;

namespace SupervisorBot.Supervision.Sessions.Machine;

/// <summary>
/// Signing in over the bot's own page. The link alone signs nobody in: what it leads to is kept alive at the gateway, and nothing can be done with it, until
/// the code that the page shows comes from the person whom the link was given to, in their personal chat.
/// </summary>
internal static partial class SessionMachine
{
    /// <summary>How the requests begin that were made on the page: no activity of a chat has such an id.</summary>
    private const string PagePrefix = "sign-in-page-";

    private static Receipt AskLink(SessionTurn turn, SignInLinkRequested request)
    {
        if (RefuseSignIn(turn.State) is { } refusal)
        {
            return new Receipt(refusal);
        }

        // A new link is in the place of an earlier one, and of a take-over that was offered.
        ForgetPage(turn);
        turn.State = turn.State with
        {
            Page = new PageSignIn(request.Holder, request.Origin, request.LinkHash, turn.Now + turn.Limits.SignIn.LinkLifetime) { Locale = request.Locale },
        };
        return new Receipt();
    }

    private static Refusal? RefuseSignIn(SessionState state) => state.Status switch
    {
        SessionStatus.SignedIn => Refusal.AlreadySignedIn,
        SessionStatus.SigningIn or SessionStatus.SigningOut => Refusal.SigningInOrOut,
        SessionStatus.AwaitingCode => Refusal.AwaitingCode,
        _ => null,
    };

    private static void OnPageSubmitted(SessionTurn turn, PageSubmitted submitted)
    {
        var state = turn.State;
        if (state is not { Status: SessionStatus.SignedOut, Page: { } page } || !page.IsOpenedBy(submitted.Submission.LinkHash, turn.Now))
        {
            turn.Reply = PageResult.NoLink;
            return;
        }

        var token = turn.NextToken();
        turn.State = turn.State with
        {
            Status = SessionStatus.SigningIn,
            Origin = page.Origin,
            Page = page with { Phone = submitted.Submission.PhoneNumber, CodeHash = submitted.CodeHash },
            Pending = new PendingRequest(new SignInRequested($"{PagePrefix}{token}", page.Origin), token),
        };
        turn.Do(new SignIn(token, TakeOver: false, submitted.Submission.PhoneNumber, submitted.Submission.Password));
        turn.Reply = token;
    }

    private static void OnPageAnswered(SessionTurn turn, PageSignIn page, SignInAnswered answered)
    {
        var isElsewhere = answered.Failure is Refused { Code.Value: ResultCodes.AlreadySignedIn };
        if (answered.Failure is { } failure && !isElsewhere)
        {
            FailPage(turn, page, failure);
            return;
        }

        var timer = turn.NextToken();
        page = page with
        {
            LinkHash = null,
            CodeUntil = turn.Now + turn.Limits.SignIn.CodeLifetime,
            IsElsewhere = isElsewhere,
            Password = answered.Password,
            MayInspect = answered.MayInspect,
            Token = timer,
        };
        turn.State = turn.State with { Status = SessionStatus.AwaitingCode, Pending = null, Page = page };
        if (!isElsewhere)
        {
            turn.State = turn.State with { LoginTime = answered.LoginTime, LastHeard = turn.Now, PhoneOffHook = false, MayBeOffHook = false };
            turn.Do(new StartPolling());
            if (!turn.Limits.SignIn.KeepPassword)
            {
                turn.Do(new ForgetPassword());
            }
        }

        turn.Do(new StartTimer(timer, turn.Limits.SignIn.CodeLifetime));
        turn.Tell(new CodeAwaitedNotice(turn.State.Inspector, page.Origin, turn.Now, turn.Limits.SignIn.CodeLifetime, isElsewhere));
    }

    private static void FailPage(SessionTurn turn, PageSignIn page, GatewayFailure failure)
    {
        var failures = page.Failures + (failure is Refused ? 1 : 0);
        var isUsedUp = failures >= turn.Limits.SignIn.PasswordTries || turn.Now >= page.LinkUntil;
        turn.State = turn.State with
        {
            Status = SessionStatus.SignedOut,
            Origin = null,
            Pending = null,
            Page = isUsedUp ? null : page with { Failures = failures, Phone = null, CodeHash = null },
        };
        turn.Do(new ForgetPassword());
        turn.Tell(new SignInFailedNotice(turn.State.Inspector, page.Origin, turn.Now, SessionTurn.ProblemOf(failure), IsByPage: true));
    }

    private static void OnCodeTyped(SessionTurn turn, CodeTyped typed)
    {
        var state = turn.State;
        if (state is not { Status: SessionStatus.AwaitingCode, Page: { CodeHash: { } hash } page } || !page.Holder.Is(typed.Code.Holder))
        {
            turn.Reply = new CodeAnswer(CodeResult.NotAwaited);
        }
        else if (turn.Now >= page.CodeUntil)
        {
            turn.Reply = new CodeAnswer(CodeResult.TooLate);
            GiveUpPage(turn, page, ProblemKind.CodeNotTyped);
        }
        else if (SignInCode.IsCode(typed.Code.Code, hash))
        {
            turn.Reply = new CodeAnswer(CodeResult.Right);
            OnCodeRight(turn, page with { CodeHash = null, Origin = typed.Code.Origin });
        }
        else
        {
            OnCodeWrong(turn, page with { WrongCodes = page.WrongCodes + 1 });
        }
    }

    private static void OnCodeWrong(SessionTurn turn, PageSignIn page)
    {
        var left = turn.Limits.SignIn.CodeTries - page.WrongCodes;
        turn.State = turn.State with { Page = page };
        turn.Reply = left > 0 ? new CodeAnswer(CodeResult.Wrong, left) : new CodeAnswer(CodeResult.TooManyWrong);
        if (left <= 0)
        {
            GiveUpPage(turn, page, ProblemKind.CodesWrong);
        }
    }

    private static void OnCodeRight(SessionTurn turn, PageSignIn page)
    {
        if (page.IsElsewhere)
        {
            // Until the same deadline a press may sign in by force; nothing is signed in before.
            turn.State = turn.State with { Status = SessionStatus.SignedOut, Origin = null, Page = page with { IsOffered = true } };
            var elsewhere = new Problem(ProblemKind.Refused, ResultCodes.AlreadySignedIn);
            turn.Tell(new SignInFailedNotice(turn.State.Inspector, page.Origin, turn.Now, elsewhere, IsByPage: true));
            return;
        }

        turn.State = turn.State with
        {
            Status = SessionStatus.SignedIn,
            SignedInAt = turn.Now,
            Origin = page.Origin,
            KeepsPassword = turn.Limits.SignIn.KeepPassword,
            Page = null,
            Inspector = turn.State.Inspector with { PhoneNumber = page.Phone ?? turn.State.Inspector.PhoneNumber },
        };
        turn.Tell(new SignedInNotice(turn.State.Inspector, page.Origin, turn.Now, page.MayInspect, IsByPage: true) { Password = page.Password });
        // What happened at the gateway while nothing could be done here is read now.
        BeginRecheck(turn);
    }

    /// <summary>The press that takes over, after the code: with the password that was typed on the page, once.</summary>
    private static Receipt? TryTakeOver(SessionTurn turn, SignInRequested request)
    {
        if (turn.State.Page is not { IsOffered: true } page || !request.TakeOver || turn.Now >= page.CodeUntil)
        {
            return null;
        }

        var token = turn.NextToken();
        BeginSignIn(turn, request, token, page.Phone);
        // The timer that ended the offer is nobody's any more.
        turn.State = turn.State with { Page = page with { IsOffered = false, Token = 0 } };
        return new Receipt();
    }

    private static void OnPageTimer(SessionTurn turn, PageSignIn page)
    {
        if (turn.State.Status == SessionStatus.AwaitingCode)
        {
            GiveUpPage(turn, page, ProblemKind.CodeNotTyped);
        }
        else if (page.IsOffered)
        {
            ForgetPage(turn);
            turn.Tell(new SignedOutNotice(turn.State.Inspector, page.Origin, turn.Now, new Problem(ProblemKind.TakeOverNotChosen)));
        }
    }

    /// <summary>Without its code a sign-in does not stay: it is signed out at the gateway again.</summary>
    private static void GiveUpPage(SessionTurn turn, PageSignIn page, ProblemKind cause)
    {
        if (page.IsElsewhere)
        {
            // There is nothing at the gateway to sign out: whoever is signed in there stays it.
            ForgetPage(turn);
            turn.State = turn.State with { Status = SessionStatus.SignedOut, Origin = null };
            turn.Tell(new SignedOutNotice(turn.State.Inspector, page.Origin, turn.Now, new Problem(cause)));
            return;
        }

        var token = turn.NextToken();
        turn.State = turn.State with
        {
            Status = SessionStatus.SigningOut,
            Page = page with { CodeHash = null, GivenUp = cause, Token = 0 },
            Pending = new PendingRequest(new SignOutRequested($"{PagePrefix}{token}", page.Origin), token),
        };
        turn.Do(new SignOut(token, null, default));
    }

    /// <summary>Whoever is no inspector any more signs in over no link, and with no code.</summary>
    private static void DismissPage(SessionTurn turn)
    {
        if (turn.State is { Status: SessionStatus.AwaitingCode, Page: { } page })
        {
            GiveUpPage(turn, page, ProblemKind.NotListed);
        }
        else if (turn.State.Status == SessionStatus.SignedOut)
        {
            ForgetPage(turn);
        }
    }

    /// <summary>Nothing is left of a link, a code or a password.</summary>
    private static void ForgetPage(SessionTurn turn)
    {
        if (turn.State.Page is not null)
        {
            turn.State = turn.State with { Page = null };
            turn.Do(new ForgetPassword());
        }
    }

    /// <summary>A sign-in that waited for its code goes on waiting, until the same deadline.</summary>
    private static void ResumeAwaitingCode(SessionTurn turn, bool hasCredentials)
    {
        var page = turn.State.Page;
        if (page is null || (!hasCredentials && !page.IsElsewhere))
        {
            EndSession(turn, new Problem(ProblemKind.SessionEnded));
            return;
        }

        if (page.IsElsewhere)
        {
            // The password was in the memory of a process that is gone.
            turn.State = turn.State with { Status = SessionStatus.SignedOut, Origin = null, Page = null };
            turn.Tell(new SignInFailedNotice(turn.State.Inspector, page.Origin, turn.Now, new Problem(ProblemKind.BotRestarted), IsByPage: true));
            return;
        }

        if (turn.Now >= page.CodeUntil)
        {
            GiveUpPage(turn, page, ProblemKind.CodeNotTyped);
            return;
        }

        // The deadline is another process's: no clock makes the wait longer than the whole.
        var left = page.CodeUntil - turn.Now;
        var whole = turn.Limits.SignIn.CodeLifetime;
        var timer = turn.NextToken();
        turn.State = turn.State with { Page = page with { Token = timer } };
        turn.Do(new StartPolling());
        turn.Do(new StartTimer(timer, left < whole ? left : whole));
    }
}
