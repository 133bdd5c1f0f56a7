using SupervisorBot.Chat.Acts;
using SupervisorBot.Chat.Cards;
using SupervisorBot.Chat.Places;
using SupervisorBot.Chat.Presses;
using SupervisorBot.Chat.Texts;
using SupervisorBot.Supervision.Agents;
using SupervisorBot.Supervision.Forcing;
using SupervisorBot.Supervision.Inspectors;
using SupervisorBot.Supervision.Notices;

namespace SupervisorBot.Chat.Forcing;

/// <summary>The cards of /drop: the question, which says that the customer's call ends, and what came of it.</summary>
internal static class DropCards
{
    public static CardContent Question(CallsView calls, CallView call, string reason, Inspector inspector, Guid id, DateTimeOffset until, ViewerClock clock)
    {
        reason = ActReason.Clean(reason);
        var title = ForceTexts.DropQuestion(CommonTexts.Agent(calls.WorkNo, calls.Agent?.Name));
        return ActCards.Question(title, CommonTexts.Inspector(inspector))
            .Line(ForceTexts.DropEffect, LineTone.Strong)
            .Fact(FactTexts.Agent, CommonTexts.AgentAtStart(calls.WorkNo, calls.Agent?.Name))
            .Fact(FactTexts.Customer, CommonTexts.Number(call.Customer))
            .Fact(FactTexts.Call, CommonTexts.Call(call.CallId))
            .WithReason(reason)
            .Note(CallTexts.Expires(clock.TimeOfDay(until), inspector))
            .Action(new CardAction(ForceTexts.DropConfirm, ForceTexts.DropTip, Verbs.DropConfirm, PressData.DropOf(inspector, id, until, calls.WorkNo, call.CallId, reason)))
            .Action(new CardAction(CallTexts.Cancel, CallTexts.CancelTip, Verbs.ActCancel, PressData.Dialog(inspector, id)))
            .Summary($"{title} {ForceTexts.DropEffect}")
            .Build();
    }

    public static CardContent Done(DropRequested request, Inspector inspector) => Facts(
        new CardBuilder("note", ForceTexts.DropDone(CommonTexts.Agent(request.WorkNo, request.AgentName))).Line(ForceTexts.DropDoneText), request, inspector).Build();

    public static CardContent Failed(RequestFailedNotice notice, DropRequested request) => Facts(
        ForceResults.Failed(ForceTexts.DropQuestion(CommonTexts.Agent(request.WorkNo, request.AgentName)), notice.Problem), request, notice.Inspector).Build();

    private static CardBuilder Facts(CardBuilder card, DropRequested request, Inspector inspector) => card
        .Fact(FactTexts.Call, CommonTexts.Call(request.CallId))
        .Fact(FactTexts.Reason, ActReason.Shown(request.Reason))
        .Fact(FactTexts.AskedBy, CommonTexts.Inspector(inspector));
}
