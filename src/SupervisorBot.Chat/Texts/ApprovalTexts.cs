using SupervisorBot.Chat.Cards;
using SupervisorBot.Chat.Languages;
using SupervisorBot.Chat.Places;
using SupervisorBot.Supervision.Interception;

namespace SupervisorBot.Chat.Texts;

/// <summary>Words of the second pair of eyes, and of the reason that an interception is asked for.</summary>
internal static class ApprovalTexts
{
    private static readonly TextSet s_texts = TextSet.Of(typeof(ApprovalTexts));

    public static string Title => s_texts.Get();

    public static string Approve => s_texts.Get();

    public static string Decline => s_texts.Get();

    public static string DeclineTip => s_texts.Get();

    public static string WaitingTitle => s_texts.Get();

    public static string NotByAsker => s_texts.Get();

    public static string ReasonLabel => s_texts.Get();

    public static string ReasonError => s_texts.Get();

    public static string ReasonChoose => s_texts.Get();

    public static string ReasonType => s_texts.Get();

    public static string ReasonMissing => s_texts.Format(nameof(ReasonMissing), InterceptionTexts.Confirm);

    public static string Needs(ApprovalRule rule) => s_texts.Get($"{nameof(Needs)}.{By(rule)}");

    public static string Waiting(InterceptionView view) => s_texts.Format($"{nameof(Waiting)}.{By(view.Approval)}", WhoIsAsked(view.Approvers.Count));

    public static string Expires(InterceptionView view, ViewerClock clock) => s_texts.Format(nameof(Expires), clock.TimeOfDay(view.ExpiresAt));

    public static string Asks(InterceptionView view) => s_texts.Format(
        nameof(Asks), CommonTexts.Inspector(view.Inspector), InterceptionTexts.Agent(view), CommonTexts.Customer(view.Customer));

    public static string ApproveTip(InterceptionView view) => s_texts.Format(nameof(ApproveTip), CommonTexts.Inspector(view.Inspector));

    public static string MayNotApprove(InterceptionView view) => view.Approval == ApprovalRule.Administrator
        ? s_texts.Get("OnlyAnAdministrator")
        : s_texts.Format("OnlyWhoMayIntercept", InterceptionTexts.Agent(view));

    public static string AnsweredTitle(InterceptionView view) => s_texts.Get(view switch
    {
        { Answer.Approved: true } => "Answered.Approved",
        { Answer.Approved: false } => "Answered.Declined",
        { Outcome: InterceptionOutcome.NotApproved } => "Answered.Expired",
        _ => "Answered.Withdrawn",
    });

    /// <summary>The whole reason, as it can be shown; null where none was given.</summary>
    public static string? Reason(InterceptionView view) => view.Reason is not { } given
        ? null
        : Markup.Plain(given, InterceptionPolicy.LongestReason) is { Length: > 0 } reason ? reason : s_texts.Get("NotReadable");

    public static string Name(ApprovalAnswer answer) => CommonTexts.Inspector(answer.AgentId, answer.Name);

    public static string AnsweredBy(ApprovalAnswer answer, ViewerClock clock) =>
        s_texts.Format(answer.Approved ? "ApprovedBy" : "DeclinedBy", Name(answer), clock.TimeOfDay(answer.At));

    public static string NobodyToAsk(ApprovalRule rule) =>
        s_texts.Get(rule == ApprovalRule.Administrator ? "NoAdministratorToAsk" : "NoInspectorToAsk");

    private static string By(ApprovalRule rule) => rule == ApprovalRule.Administrator ? "Administrator" : "Other";

    private static string WhoIsAsked(int people) => people == 0 ? s_texts.Get("NobodyAsked") : s_texts.Count("Asked", people);
}
