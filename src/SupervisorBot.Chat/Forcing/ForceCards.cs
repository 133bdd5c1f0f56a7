using SupervisorBot.Chat.Acts;
using SupervisorBot.Chat.Cards;
using SupervisorBot.Chat.Places;
using SupervisorBot.Chat.Presses;
using SupervisorBot.Chat.Texts;
using SupervisorBot.Gateway.Agents;
using SupervisorBot.Supervision.Agents;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.Forcing;
using SupervisorBot.Supervision.Inspectors;
using SupervisorBot.Supervision.Notices;

namespace SupervisorBot.Chat.Forcing;

/// <summary>The cards of /force: the question with its effect in words, and what came of it.</summary>
internal static class ForceCards
{
    /// <summary>The question.</summary>
    /// <param name="order">What was typed.</param>
    /// <param name="agent">The agent now; null where their state is not known.</param>
    /// <param name="inspector">Who asks.</param>
    /// <param name="id">The question's id.</param>
    /// <param name="until">Until when it can be confirmed.</param>
    /// <param name="rest">How long a rest lasts that was given no time.</param>
    /// <param name="clock">The asker's clock.</param>
    public static CardContent Question(
        ForceOrder order, AgentView? agent, Inspector inspector, Guid id, DateTimeOffset until, TimeSpan rest, ViewerClock clock)
    {
        var (who, reason) = (CommonTexts.Agent(order.WorkNo, agent?.Name), ActReason.Clean(order.Reason));
        var effect = ForceTexts.Effect(order.State);
        var when = ForceTexts.When(order.State, agent is null ? null : IsInCall(agent));
        var card = ActCards.Question(ForceTexts.Question(order.State, who), CommonTexts.Inspector(inspector))
            .Line(effect, LineTone.Strong)
            .Line(when, LineTone.Strong)
            .Fact(FactTexts.Agent, CommonTexts.AgentAtStart(order.WorkNo, agent?.Name))
            .Fact(ForceTexts.FactNow, agent is null ? null : AgentTexts.State(agent))
            .WithReason(reason)
            .Note(CallTexts.Expires(clock.TimeOfDay(until), inspector))
            .Action(new CardAction(
                ForceTexts.Confirm(order.State), ForceTexts.ConfirmTip(who), Verbs.ForceConfirm, PressData.ForceOf(inspector, id, until, order.WorkNo, order.State, reason)))
            .Action(new CardAction(CallTexts.Cancel, CallTexts.CancelTip, Verbs.ActCancel, PressData.Dialog(inspector, id)))
            .Summary($"{ForceTexts.Question(order.State, who)} {effect} {when}");
        return (order.State == ForcedState.Rest ? card.WithMinutes(order.Minutes ?? (int)rest.TotalMinutes, ForceOrder.MostMinutes) : card).Build();
    }

    public static CardContent Done(ForceRequested request, AgentState? now, Inspector inspector)
    {
        var who = CommonTexts.Agent(request.WorkNo, request.AgentName);
        var isLater = now == AgentState.Talking && request.State != ForcedState.SignedOut;
        var card = new CardBuilder("note", isLater ? ForceTexts.DoneLater(who) : ForceTexts.Done(request.State, who))
            .Line(isLater ? ForceTexts.DoneLaterText : ForceTexts.DoneText);
        return Facts(card, request, inspector)
            .Fact(ForceTexts.FactNow, now is { } state ? AgentTexts.State(new AgentView(request.WorkNo, request.AgentName, "", state, state == AgentState.Talking, null)) : null)
            .Build();
    }

    public static CardContent Failed(RequestFailedNotice notice, ForceRequested request)
    {
        var asked = ForceTexts.Question(request.State, CommonTexts.Agent(request.WorkNo, request.AgentName));
        return Facts(ForceResults.Failed(asked, notice.Problem), request, notice.Inspector).Build();
    }

    public static bool IsInCall(AgentView agent) => agent.IsTalking || agent.State == AgentState.Talking;

    private static CardBuilder Facts(CardBuilder card, ForceRequested request, Inspector inspector) => card
        .Fact(FactTexts.Reason, ActReason.Shown(request.Reason))
        .Fact(ForceTexts.FactRest, request.State == ForcedState.Rest ? CommonTexts.Span(request.RestFor) : null)
        .Fact(FactTexts.AskedBy, CommonTexts.Inspector(inspector));
}
