using System.Text.Json.Nodes;
using SupervisorBot.Chat.Cards;
using SupervisorBot.Chat.Places;
using SupervisorBot.Chat.Presses;
using SupervisorBot.Chat.Texts;
using SupervisorBot.Gateway.Monitoring;
using SupervisorBot.Supervision.Access;
using SupervisorBot.Supervision.Agents;
using SupervisorBot.Supervision.Inspectors;

namespace SupervisorBot.Chat.Agents;

/// <summary>The card of /agents: everyone, eight a page, with a button where something can be done.</summary>
internal static class AgentCards
{
    /// <param name="roster">The agents, as supervision orders them.</param>
    /// <param name="asker">For whom.</param>
    /// <param name="operationId">The interception that a button of this list would begin.</param>
    /// <param name="page">The page, from 0.</param>
    /// <param name="filter">The text that narrows the list, or null.</param>
    /// <param name="clock">The asker's clock.</param>
    public static CardContent List(RosterView roster, InspectorProfile asker, Guid operationId, int page, string? filter, ViewerClock clock)
    {
        var found = AgentFilter.Narrow(roster.Agents, filter);
        var shown = Page<AgentView>.Cut(found, page);
        var card = new CardBuilder("agents", AgentTexts.ListTitle, Subtitle(shown, roster, clock));
        if (roster.Problem is { } problem)
        {
            card.Line(AgentTexts.OldList(ProblemTexts.What(problem)), LineTone.Warning);
        }

        if (filter is not null)
        {
            card.Line(AgentTexts.Filtered(filter, found.Count));
        }
        else if (found.Count == 0)
        {
            card.Line(AgentTexts.Nobody);
        }

        card.With("rows", Json.Array(shown.Items, agent => Row(agent, roster.AsOf, Button(agent, asker, operationId))));
        return WithPaging(card, shown, Verbs.AgentsPage, asker.Inspector, operationId, filter).Build();
    }

    public static string Subtitle(Page<AgentView> page, RosterView roster, ViewerClock clock) =>
        AgentTexts.Page(page.First, page.Last, page.Of, CommonTexts.AsOf(clock.TimeOfDay(roster.AsOf)));

    public static JsonObject Row(AgentView agent, DateTimeOffset asOf, CardAction? button) => new()
    {
        ["name"] = Markup.Plain(agent.Name) is { Length: > 0 } name ? name : CommonTexts.AgentAtStart(agent.WorkNo, null),
        ["details"] = AgentTexts.Details(agent),
        ["state"] = AgentTexts.StateLine(agent, asOf),
        ["color"] = agent.MonitoredByAsker ? "Accent" : "Default",
        ["hasActions"] = button is not null,
        ["actions"] = button is null ? [] : new JsonArray(button.ToJson()),
    };

    public static CardBuilder WithPaging(
        CardBuilder card, Page<AgentView> page, string verb, Inspector inspector, Guid operationId, string? filter)
    {
        JsonObject To(int number) => PressData.PageOf(inspector, operationId, number, filter);
        return card
            .Action(page.HasPrevious ? new CardAction(AgentTexts.Previous, AgentTexts.PreviousTip, verb, To(page.Number - 1)) : null)
            .Action(page.HasNext ? new CardAction(AgentTexts.Next, AgentTexts.NextTip, verb, To(page.Number + 1)) : null)
            .Action(new CardAction(AgentTexts.Refresh, AgentTexts.RefreshTip, verb, To(page.Number)));
    }

    // Whom one monitors already is the likeliest to be taken over; anybody else in a call can be listened to first.
    private static CardAction? Button(AgentView agent, InspectorProfile asker, Guid operationId) => agent switch
    {
        { IsTalking: true, MonitoredByAsker: true } when asker.May(Permission.Intercept) => new CardAction(
            AgentTexts.Intercept, AgentTexts.ChooseTip(agent), Verbs.InterceptAgent, PressData.Agent(asker.Inspector, operationId, agent.WorkNo)),
        { IsTalking: true, MonitoredByAsker: false } when asker.May(Permission.Listen) => new CardAction(
            AgentTexts.Listen,
            AgentTexts.ListenTip(agent),
            Verbs.MonitorStart,
            PressData.For(asker.Inspector, MonitoringMode.Listen, agent.WorkNo)),
        _ => null,
    };
}
