using SupervisorBot.Chat.Cards;
using SupervisorBot.Chat.Places;
using SupervisorBot.Supervision.Interception;

namespace SupervisorBot.Chat.Texts;

/// <summary>Words of the second pair of eyes, and of the reason that an interception is asked for.</summary>
internal static class ApprovalTexts
{
    public const string Title = "Approve taking this call over?";
    public const string Approve = "Approve";
    public const string Decline = "Decline";
    public const string DeclineTip = "The call goes on as it is";
    public const string WaitingTitle = "… Waiting for approval: nothing was done yet";
    public const string NotByAsker = "You asked for this, so somebody else has to approve it. Nothing was changed.";
    public const string ReasonLabel = "Why do you take this call over?";
    public const string ReasonError = "Choose or type a reason first";
    public const string ReasonChoose = "Choose a reason";
    public const string ReasonType = "For the record, in a few words";

    public const string ReasonMissing =
        "A reason is needed. Choose or type why you take this call over, then press “Intercept now” again. Nothing was done.";

    public static string Needs(ApprovalRule rule) => $"Before any of that, {Whose(rule)} has to approve it.";

    public static string Waiting(InterceptionView view) => $"{CapitalWhose(view.Approval)} has to approve before anything happens. {WhoIsAsked(view.Approvers.Count)}";

    public static string Expires(InterceptionView view, ViewerClock clock) =>
        $"Expires at {clock.TimeOfDay(view.ExpiresAt)}. If nobody approves until then, it counts as refused.";

    public static string Asks(InterceptionView view) =>
        $"{CommonTexts.Inspector(view.Inspector)} asks to take over the call of {InterceptionTexts.Agent(view)} with the {CommonTexts.Customer(view.Customer)}.";

    public static string ApproveTip(InterceptionView view) => $"Let {CommonTexts.Inspector(view.Inspector)} take this call over";

    public static string MayNotApprove(InterceptionView view) => view.Approval == ApprovalRule.Administrator
        ? "Only an administrator of this bot can approve this. Nothing was changed."
        : $"Only an inspector who may intercept {InterceptionTexts.Agent(view)} can approve this. Nothing was changed.";

    public static string AnsweredTitle(InterceptionView view) => view switch
    {
        { Answer.Approved: true } => "✔ Approved",
        { Answer.Approved: false } => "× Declined",
        { Outcome: InterceptionOutcome.NotApproved } => "Expired: nobody approved",
        _ => "Withdrawn: nothing was done",
    };

    /// <summary>The whole reason, as it can be shown; null where none was given.</summary>
    public static string? Reason(InterceptionView view) => view.Reason is not { } given
        ? null
        : Markup.Plain(given, InterceptionPolicy.LongestReason) is { Length: > 0 } reason ? reason : "not readable";

    public static string Name(ApprovalAnswer answer) => Markup.Plain(answer.Name) is { Length: > 0 } name ? name : $"Inspector {CommonTexts.Number(answer.AgentId)}";

    public static string AnsweredBy(ApprovalAnswer answer, ViewerClock clock) =>
        $"{Name(answer)} {(answer.Approved ? "approved" : "declined")} at {clock.TimeOfDay(answer.At)}";

    public static string NobodyToAsk(ApprovalRule rule) => rule == ApprovalRule.Administrator
        ? "Taking over a call of this agent needs the approval of an administrator of this bot, and none has a chat with me. Ask one to open a chat with me and type /status, then try again."
        : "Taking over a call of this agent needs the approval of another inspector who may intercept it, and none has a chat with me. Ask one to open a chat with me and type /status, then try again.";

    private static string Whose(ApprovalRule rule) => rule == ApprovalRule.Administrator ? "an administrator of this bot" : "another inspector";

    private static string CapitalWhose(ApprovalRule rule) => rule == ApprovalRule.Administrator ? "An administrator of this bot" : "Another inspector";

    private static string WhoIsAsked(int people) => people switch
    {
        0 => "They can press below.",
        1 => "One person is asked in their own chat.",
        _ => $"{CommonTexts.Number(people)} people are asked in their own chats.",
    };
}
