using SupervisorBot.Chat.Calls;
using SupervisorBot.Chat.Cards;
using SupervisorBot.Chat.Places;
using SupervisorBot.Chat.Presses;
using SupervisorBot.Chat.Texts;
using SupervisorBot.Gateway.Results;
using SupervisorBot.Supervision.Access;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.Inspectors;
using SupervisorBot.Supervision.Interception;
using SupervisorBot.Supervision.Monitoring;
using SupervisorBot.Supervision.Notices;
using SupervisorBot.Supervision.Sessions;
using SupervisorBot.Supervision.Talk;

namespace SupervisorBot.Chat.Sessions;

/// <summary>The cards of signing in and out, and of /status.</summary>
internal static class SessionCards
{
    /// <summary>A password that expires within so many days is warned of.</summary>
    private const int SoonDays = 7;

    // With the end and the refreshing as many as Teams draws of one set.
    private const int MostMoves = 4;

    public static CardAction SignInButton(Inspector inspector) =>
        new(SessionTexts.SignIn, SessionTexts.SignInTip, Verbs.SignIn, PressData.For(inspector));

    /// <summary>The same for a card that everybody sees: whoever presses it signs in.</summary>
    public static CardAction AnybodysSignInButton() => new(SessionTexts.SignIn, SessionTexts.SignInTip, Verbs.SignIn);

    public static CardContent SignInOffer(Inspector inspector) => Note(inspector, SessionTexts.NotSignedInTitle)
        .Line(SessionTexts.NotSignedInText)
        .Action(SignInButton(inspector))
        .Build();

    public static CardContent SigningIn(Inspector inspector) =>
        Note(inspector, SessionTexts.SigningInTitle).Line(SessionTexts.SigningInText).Build();

    public static CardContent SigningOut(Inspector inspector) =>
        Note(inspector, SessionTexts.SigningOutTitle).Line(SessionTexts.SigningOutText).Build();

    public static CardContent SignInLink(Inspector inspector, Uri link, TimeSpan lifetime) =>
        new CardBuilder("signInLink", SessionTexts.LinkTitle, Subtitle(inspector))
            .Line(SessionTexts.LinkText)
            .Note(SessionTexts.LinkLimits(lifetime))
            .With("link", link.AbsoluteUri)
            .With("linkTitle", SessionTexts.OpenPage)
            .With("linkTip", SessionTexts.OpenPageTip)
            .Build();

    public static CardContent CodeAwaited(CodeAwaitedNotice notice) => Note(notice.Inspector, SessionTexts.CodeAwaitedTitle)
        .Line(notice.IsElsewhere ? SessionTexts.CodeAwaitedElsewhereText : SessionTexts.CodeAwaitedText, LineTone.Strong)
        .Line(SessionTexts.CodeLimits(notice.Lifetime))
        .Line(SessionTexts.CodeNotYours)
        .Build();

    public static CardContent SignedIn(SignedInNotice notice, PermissionSet may, ViewerClock clock)
    {
        var card = Note(notice.Inspector, SessionTexts.SignedInTitle);
        if (notice.IsAgain)
        {
            card.Line(SessionTexts.SignedInAgain, LineTone.Strong);
        }

        if (notice.MayInspect == false)
        {
            card.Line(SessionTexts.MayNotInspect, LineTone.Warning);
        }

        if (notice.Password.MustChange)
        {
            card.Line(SessionTexts.MustChangePassword, LineTone.Warning);
        }
        else if (notice.Password.DaysRemaining is { } days)
        {
            card.Line(SessionTexts.PasswordExpires(days), days <= SoonDays ? LineTone.Warning : LineTone.Plain);
        }

        return card
            .Line(SessionTexts.PhoneRings(CommonTexts.YourPhone(notice.Inspector)))
            .Line(SessionTexts.SignedInNext)
            .Note(CommonTexts.AsOf(clock.TimeOfDay(notice.At)))
            .Action(may.Has(Permission.List) ? new CardAction(SessionTexts.Agents, SessionTexts.AgentsTip, Verbs.Agents, PressData.For(notice.Inspector)) : null)
            .Action(may.Has(Permission.Intercept)
                ? new CardAction(SessionTexts.InterceptACall, SessionTexts.InterceptACallTip, Verbs.InterceptOpen, PressData.For(notice.Inspector))
                : null)
            .Build();
    }

    public static CardContent SignInFailed(SignInFailedNotice notice)
    {
        var problem = notice.Problem;
        var card = Note(notice.Inspector, SessionTexts.SignInFailedTitle).Line(ProblemTexts.What(problem), LineTone.Strong);
        if (problem is { Kind: ProblemKind.Refused, Code: ResultCodes.AlreadySignedIn })
        {
            return card
                .Line(SessionTexts.TakeOverText)
                .Action(new CardAction(SessionTexts.TakeOver, SessionTexts.TakeOverTip, Verbs.SignIn, PressData.TakeOver(notice.Inspector)))
                .Build();
        }

        card.Line(ProblemTexts.Next(problem));
        if (notice.IsByPage)
        {
            card.Line(SessionTexts.PageAgain);
        }

        return card.Action(SignInButton(notice.Inspector)).Build();
    }

    public static CardContent SignedOut(SignedOutNotice notice, ViewerClock clock)
    {
        if (notice.Cause is { Kind: ProblemKind.CodeNotTyped or ProblemKind.CodesWrong or ProblemKind.TakeOverNotChosen } givenUp)
        {
            return Note(notice.Inspector, SessionTexts.GivenUpTitle)
                .Line(ProblemTexts.What(givenUp), LineTone.Strong)
                .Line(ProblemTexts.Next(givenUp))
                .Note(CommonTexts.AsOf(clock.TimeOfDay(notice.At)))
                .Action(SignInButton(notice.Inspector))
                .Build();
        }

        var card = Note(notice.Inspector, SessionTexts.SignedOutTitle);
        if (notice.Cause is { } cause)
        {
            card.Line(SessionTexts.SignedOutByItself, LineTone.Strong).Line(ProblemTexts.Both(cause));
        }
        else
        {
            card.Line(SessionTexts.SignedOutText);
        }

        card.Note(CommonTexts.AsOf(clock.TimeOfDay(notice.At)));
        return notice.SignsInAgain
            ? card.Line(SessionTexts.SigningInAgain).Build()
            : card.Action(SignInButton(notice.Inspector)).Build();
    }

    public static CardContent SignOutFailed(RequestFailedNotice notice) => Note(notice.Inspector, SessionTexts.StillSignedInTitle)
        .Line(ProblemTexts.What(notice.Problem), LineTone.Strong)
        .Line($"{SessionTexts.StillSignedIn} {ProblemTexts.Next(notice.Problem)}")
        .Build();

    public static CardContent Status(SessionView session, ViewerClock clock, DateTimeOffset now)
    {
        var inspector = session.Inspector;
        var since = session.SignedInAt is { } at && session.Status == SessionStatus.SignedIn ? clock.DateAndTime(at) : null;
        var card = new CardBuilder("status", SessionTexts.StatusTitle, $"{CommonTexts.Inspector(inspector)}{CommonTexts.Separator}{SessionTexts.AsAgent(inspector.AgentId)}")
            .Fact(FactTexts.ContactCentre, SessionTexts.Standing(session.Status, since))
            .Fact(FactTexts.Phone, CommonTexts.YourPhone(inspector))
            .Fact(FactTexts.Monitoring, Monitoring(session.Monitoring))
            .Fact(FactTexts.Talk, Talk(session.Talk, now))
            .Fact(CallTexts.FactYou, session.Talk is { Phase: not TalkPhase.Ended } talk ? CallTexts.Heard(talk) : null)
            .Fact(FactTexts.Interception, Interception(session.Interception))
            .Fact(FactTexts.GatewayLastHeard, session.LastHeard is { } heard ? clock.TimeOfDay(heard) : null)
            .Note(CommonTexts.AsOf(clock.TimeOfDay(now)));
        return WithButtons(card, session).Build();
    }

    private static CardBuilder WithButtons(CardBuilder card, SessionView session)
    {
        var inspector = session.Inspector;
        if (session.Status == SessionStatus.SignedOut)
        {
            card.Action(SignInButton(inspector));
        }

        if (session.Monitoring is { Phase: not (MonitoringPhase.Ended or MonitoringPhase.Failed) })
        {
            card.Action(MyCallCards.StopButton(inspector));
        }

        if (session.Talk is { Phase: not TalkPhase.Ended } talk)
        {
            foreach (var move in MyCallCards.Moves(talk, inspector).Take(MostMoves))
            {
                card.Action(move);
            }

            card.Action(MyCallCards.EndButton(inspector, talk));
        }

        card.Action(new CardAction(SessionTexts.Refresh, SessionTexts.RefreshTip, Verbs.Status, PressData.For(inspector)));
        if (session is { Status: SessionStatus.SignedIn or SessionStatus.AwaitingCode, Talk: null or { Phase: TalkPhase.Ended } })
        {
            card.Action(new CardAction(SessionTexts.SignOut, SessionTexts.SignOutTip, Verbs.SignOut, PressData.For(inspector)));
        }

        return card;
    }

    private static string Monitoring(MonitoringView? view) => view is null or { Phase: MonitoringPhase.Ended or MonitoringPhase.Failed }
        ? SessionTexts.NobodyMonitored
        : CommonTexts.Titled(CommonTexts.AgentAtStart(view.WorkNo, view.AgentName), MonitoringTexts.Title(view));

    private static string Talk(TalkView? talk, DateTimeOffset now) => talk is null or { Phase: TalkPhase.Ended }
        ? SessionTexts.NoTalk
        : SessionTexts.Talk(TalkTexts.Phase(talk.Phase), CommonTexts.Customer(talk.Customer), TalkTexts.Length(talk, now));

    private static string? Interception(InterceptionView? view) => view is null or { Step: InterceptionStep.Decided }
        ? null
        : CommonTexts.Listed(
            InterceptionTexts.AgentAtStart(view), view.Step == InterceptionStep.Proposed ? InterceptionTexts.WaitsForYou : InterceptionTexts.Step(view.Step));

    private static CardBuilder Note(Inspector inspector, string title) =>
        new("note", title, Subtitle(inspector));

    private static string Subtitle(Inspector inspector) => $"{CommonTexts.Inspector(inspector)}{CommonTexts.Separator}{SessionTexts.AsAgent(inspector.AgentId)}";
}
