using System.Text.Json.Nodes;
using SupervisorBot.Chat.Cards;
using SupervisorBot.Chat.Places;
using SupervisorBot.Chat.Presses;
using SupervisorBot.Chat.Texts;
using SupervisorBot.Supervision.Interception;

namespace SupervisorBot.Chat.Interception;

/// <summary>The card with which somebody is asked to approve an interception, in their own chat.</summary>
internal static class ApprovalCards
{
    /// <summary>The interception as its approver sees it.</summary>
    /// <param name="view">The interception.</param>
    /// <param name="clock">The approver's clock.</param>
    public static CardContent Of(InterceptionView view, ViewerClock clock) =>
        view.Step == InterceptionStep.AwaitingApproval ? Question(view, clock) : Answered(view, clock);

    /// <summary>"Approve" and "Decline".</summary>
    public static IEnumerable<CardAction> Buttons(InterceptionView view)
    {
        var data = PressData.Operation(view.OperationId);
        yield return new CardAction(ApprovalTexts.Approve, ApprovalTexts.ApproveTip(view), Verbs.ApprovalApprove, data);
        yield return new CardAction(ApprovalTexts.Decline, ApprovalTexts.DeclineTip, Verbs.ApprovalDecline, data);
    }

    private static CardContent Question(InterceptionView view, ViewerClock clock)
    {
        var asks = ApprovalTexts.Asks(view);
        var card = Card(view, ApprovalTexts.Title)
            .Line(asks, LineTone.Strong)
            .Line(InterceptionTexts.WhoIsCutOff(view))
            .Note(ApprovalTexts.Expires(view, clock))
            .Summary($"{ApprovalTexts.Title} {asks}");
        foreach (var button in Buttons(view))
        {
            card.Action(button);
        }

        return card.Build();
    }

    private static CardContent Answered(InterceptionView view, ViewerClock clock)
    {
        var title = ApprovalTexts.AnsweredTitle(view);
        var card = Card(view, title);
        if (view.Answer is { } answer)
        {
            card.Line(ApprovalTexts.AnsweredBy(answer, clock), LineTone.Strong);
        }

        var then = view is { Step: InterceptionStep.Decided, Outcome: { } outcome } ? InterceptionTexts.OutcomeTitle(outcome) : InterceptionTexts.ProgressTitle(view);
        return card.Line(then).Summary(CommonTexts.Titled(title, then)).Build();
    }

    private static CardBuilder Card(InterceptionView view, string title) =>
        new CardBuilder("interception", title, InterceptionTexts.AgentAtStart(view))
            .With("hasSteps", JsonValue.Create(false))
            .With("steps", new JsonArray())
            .Fact(FactTexts.AskedBy, CommonTexts.Inspector(view.Inspector))
            .Fact(FactTexts.Reason, ApprovalTexts.Reason(view))
            .Fact(FactTexts.Agent, InterceptionTexts.AgentAtStart(view))
            .Fact(FactTexts.Customer, CommonTexts.Number(view.Customer))
            .Fact(FactTexts.Call, CommonTexts.Call(view.CallId));
}
