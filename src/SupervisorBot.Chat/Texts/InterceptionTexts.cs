using SupervisorBot.Chat.Cards;
using SupervisorBot.Chat.Languages;
using SupervisorBot.Chat.Places;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.Inspectors;
using SupervisorBot.Supervision.Interception;

namespace SupervisorBot.Chat.Texts;

/// <summary>Words of an interception, from its confirmation to its outcome.</summary>
internal static class InterceptionTexts
{
    private static readonly TextSet s_texts = TextSet.Of(typeof(InterceptionTexts));

    public static string ConfirmTitle => s_texts.Get();

    public static string Confirm => s_texts.Get();

    public static string ConfirmTip => s_texts.Get();

    public static string Cancel => s_texts.Get();

    public static string CancelTip => s_texts.Get();

    public static string Again => s_texts.Get();

    public static string AgainTip => s_texts.Get();

    public static string NotKnownTitle => s_texts.Get();

    public static string NotKnownText => s_texts.Get();

    public static string OpenedBelow => s_texts.Get();

    public static string NotProposedTitle => s_texts.Get();

    public static string WhatToDoWhenUnknown => s_texts.Get();

    /// <summary>That an interception waits for the press on its confirmation.</summary>
    public static string WaitsForYou => s_texts.Get();

    public static string Agent(InterceptionView view) => CommonTexts.Agent(view.WorkNo, view.AgentName);

    public static string AgentAtStart(InterceptionView view) => CommonTexts.AgentAtStart(view.WorkNo, view.AgentName);

    public static string WhoIsCutOff(InterceptionView view) => s_texts.Format(nameof(WhoIsCutOff), AgentAtStart(view));

    /// <summary>That the customer will hear the inspector, from when, and on which phone.</summary>
    /// <param name="inspector">The inspector.</param>
    /// <param name="monitoring">Whether the inspector is on this agent's call already; null where it is not known.</param>
    public static string CustomerWillHear(Inspector inspector, bool? monitoring) => monitoring switch
    {
        true => s_texts.Format("WillHearMonitoring", Confirm, CommonTexts.YourPhone(inspector)),
        false => s_texts.Format("WillHearAfterRing", Confirm, CommonTexts.YourPhone(inspector)),
        null => s_texts.Format("WillHear", CommonTexts.YourPhone(inspector)),
    };

    public static string Expires(InterceptionView view, ViewerClock clock) => s_texts.Format(nameof(Expires), clock.TimeOfDay(view.ExpiresAt));

    public static string OnlyBy(InterceptionView view) => s_texts.Format(nameof(OnlyBy), CommonTexts.Inspector(view.Inspector));

    public static string ProgressTitle(InterceptionView view) => s_texts.Format(nameof(ProgressTitle), Agent(view));

    public static string ConfirmedAt(InterceptionView view, string timeOfDay) => s_texts.Format(nameof(ConfirmedAt), CommonTexts.Inspector(view.Inspector), timeOfDay);

    /// <summary>The step that an interception is at.</summary>
    public static string Now(InterceptionStep step) => s_texts.Format(nameof(Now), Step(step));

    public static string OutcomeTitle(InterceptionOutcome outcome) => s_texts.Find($"OutcomeTitle.{outcome}") ?? s_texts.Get("OutcomeTitle.Other");

    /// <summary>What happened, what the state is now, what to do.</summary>
    public static IReadOnlyList<string> Outcome(InterceptionView view) => [Happened(view), Stands(view), Next(view)];

    /// <summary>The post into the thread, or null for outcomes that only the card tells.</summary>
    public static string? Post(InterceptionView view, ViewerClock clock)
    {
        var at = clock.TimeOfDay(view.DecidedAt ?? view.ProposedAt);
        var who = CommonTexts.Inspector(view.Inspector);
        return view.Outcome switch
        {
            null or InterceptionOutcome.Cancelled or InterceptionOutcome.Expired => null,
            InterceptionOutcome.Done =>
                s_texts.Format("PostDone", who, Agent(view), CommonTexts.Customer(view.Customer), at, AgentAtStart(view)),
            InterceptionOutcome.Unknown => s_texts.Format("PostUnknown", who, Agent(view), at, WhatToDoWhenUnknown),
            { } outcome => s_texts.Format("PostOther", OutcomeTitle(outcome), who, Agent(view), at, $"{Stands(view)} {Next(view)}"),
        };
    }

    public static string Step(InterceptionStep step) => s_texts.Find($"Step.{step}") ?? "";

    public static string NotProposed(ProposalAnswer answer) => answer switch
    {
        { Refusal: { } refusal } => RefusalTexts.Of(refusal, answer.WorkNo),
        { Problem: { } problem } => ProblemTexts.Both(problem),
        _ => ProblemTexts.Both(new Problem(ProblemKind.CallEnded)),
    };

    private static string Happened(InterceptionView view) => view switch
    {
        { Outcome: InterceptionOutcome.Declined, Answer: { } answer } => s_texts.Format("DeclinedBy", ApprovalTexts.Name(answer)),
        { Outcome: InterceptionOutcome.Busy, Problem: { Kind: ProblemKind.AlreadyTaking } taking } => ProblemTexts.What(taking),
        { Outcome: InterceptionOutcome.TakenByAnother, TakenBy: { Length: > 0 } who } => s_texts.Format("TakenBy", Markup.Plain(who)),
        { Outcome: InterceptionOutcome.Refused, Problem: { } refused } => ProblemTexts.What(refused),
        { Outcome: InterceptionOutcome.NotDone } => s_texts.Find($"NotDone.{view.Problem?.Kind}") ?? s_texts.Get("NotDone.Other"),
        { Outcome: InterceptionOutcome.NotPermitted } => ProblemTexts.What(view.Problem ?? new Problem(ProblemKind.NotPermitted)),
        _ => Line(nameof(Happened), view),
    };

    private static string Stands(InterceptionView view)
    {
        var line = view.Outcome is InterceptionOutcome.Expired or InterceptionOutcome.Declined or InterceptionOutcome.NotApproved
            or InterceptionOutcome.NotSignedIn or InterceptionOutcome.Busy or InterceptionOutcome.Unreachable
            ? s_texts.Format("Stands.Untouched", Agent(view))
            : Line(nameof(Stands), view);
        return IsDetached(view) ? $"{line} {s_texts.Get("Detached")}" : line;
    }

    private static string Next(InterceptionView view) => view switch
    {
        { Outcome: InterceptionOutcome.Cancelled or InterceptionOutcome.Expired } => s_texts.Get("Next.BeginAgain"),
        { Outcome: InterceptionOutcome.Refused, Problem: { } refused } => ProblemTexts.Next(refused),
        { Outcome: InterceptionOutcome.NotPermitted } => ProblemTexts.Next(view.Problem ?? new Problem(ProblemKind.NotPermitted)),
        { Outcome: InterceptionOutcome.Unknown } => WhatToDoWhenUnknown,
        _ => Line(nameof(Next), view),
    };

    private static string Line(string kind, InterceptionView view) => s_texts.Format(
        view.Outcome is { } outcome && s_texts.Find($"{kind}.{outcome}") is not null ? $"{kind}.{outcome}" : $"{kind}.Other",
        Agent(view),
        AgentAtStart(view),
        CommonTexts.Inspector(view.Inspector),
        CommonTexts.Customer(view.Customer),
        Cancel);

    private static bool IsDetached(InterceptionView view) => view is
    {
        Outcome: InterceptionOutcome.Refused or InterceptionOutcome.Unreachable or InterceptionOutcome.NotDone or InterceptionOutcome.NotPermitted,
        Attached: true,
        Problem.Kind: not ProblemKind.SessionEnded,
    };
}
