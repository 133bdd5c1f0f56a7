using System.Text.Json.Nodes;
using SupervisorBot.Chat.Cards;
using SupervisorBot.Chat.Places;
using SupervisorBot.Chat.Presses;
using SupervisorBot.Chat.Texts;
using SupervisorBot.Supervision.Access;
using SupervisorBot.Supervision.Agents;
using SupervisorBot.Supervision.Inspectors;

namespace SupervisorBot.Chat.Agents;

/// <summary>The card of one agent's calls: of /calls, and of the dialog in which one is chosen.</summary>
internal static class CallCards
{
    private const int LongestCallId = 64;

    public static CardContent List(CallsView calls, InspectorProfile asker, Guid operationId, ViewerClock clock) =>
        Card(AgentTexts.CallsTitle, AgentTexts.Intercept, calls, asker, operationId, clock).Build();

    public static CardContent Choose(CallsView calls, InspectorProfile asker, Guid operationId, ViewerClock clock) =>
        Card(AgentTexts.ChooseCallTitle, AgentTexts.Choose, calls, asker, operationId, clock)
            .Action(new CardAction(
                AgentTexts.OtherAgents, AgentTexts.OtherAgentsTip, Verbs.InterceptPage, PressData.PageOf(asker.Inspector, operationId, 0, null)))
            .Build();

    private static CardBuilder Card(
        string title, string button, CallsView calls, InspectorProfile asker, Guid operationId, ViewerClock clock)
    {
        var name = calls.Agent?.Name;
        var asOf = CommonTexts.AsOf(clock.TimeOfDay(calls.AsOf));
        var card = new CardBuilder("calls", title, $"{CommonTexts.AgentAtStart(calls.WorkNo, name)}{CommonTexts.Separator}{asOf}")
            .With("rows", Json.Array(calls.Calls.Take(Page<CallView>.Rows), call => Row(call, calls, button, asker, operationId)));
        return calls.Calls.Count == 0 ? card.Line(AgentTexts.NoCalls) : card;
    }

    private static JsonObject Row(CallView call, CallsView calls, string button, InspectorProfile asker, Guid operationId)
    {
        // One that is no call id of the gateway's cannot be asked for, nor carried by a button.
        var action = call.CallId.Length > LongestCallId || !Markup.IsWhole(call.CallId) || !asker.May(Permission.Intercept) ? null : new CardAction(
            button,
            AgentTexts.ChooseCallTip(call),
            Verbs.InterceptCall,
            PressData.Call(asker.Inspector, operationId, calls.WorkNo, call.CallId));
        return new JsonObject
        {
            ["name"] = AgentTexts.CallName(call),
            ["details"] = AgentTexts.CallDetails(call),
            ["state"] = AgentTexts.CallAge(call, calls.AsOf),
            ["color"] = "Default",
            ["hasActions"] = action is not null,
            ["actions"] = action is null ? [] : new JsonArray(action.ToJson()),
        };
    }
}
