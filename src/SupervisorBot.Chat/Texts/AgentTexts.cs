using SupervisorBot.Chat.Cards;
using SupervisorBot.Chat.Languages;
using SupervisorBot.Gateway.Agents;
using SupervisorBot.Supervision.Agents;

namespace SupervisorBot.Chat.Texts;

/// <summary>Words of the lists of agents and calls.</summary>
internal static class AgentTexts
{
    private static readonly TextSet s_texts = TextSet.Of(typeof(AgentTexts));

    public static string ListTitle => s_texts.Get();

    public static string ChooseAgentTitle => s_texts.Get();

    public static string ChooseCallTitle => s_texts.Get();

    public static string CallsTitle => s_texts.Get();

    public static string Nobody => s_texts.Get();

    public static string NobodyTalks => s_texts.Get();

    public static string NoCalls => s_texts.Get();

    public static string ListenFirst => s_texts.Get();

    public static string Previous => s_texts.Get();

    public static string Next => s_texts.Get();

    public static string Refresh => s_texts.Get();

    public static string Choose => s_texts.Get();

    public static string Listen => s_texts.Get();

    public static string Intercept => s_texts.Get();

    public static string OtherAgents => s_texts.Get();

    public static string PreviousTip => s_texts.Get();

    public static string NextTip => s_texts.Get();

    public static string RefreshTip => s_texts.Get();

    public static string OtherAgentsTip => s_texts.Get();

    public static string ChooseTip(AgentView agent) => s_texts.Format(nameof(ChooseTip), CommonTexts.Agent(agent.WorkNo, agent.Name));

    public static string ListenTip(AgentView agent) => s_texts.Format(nameof(ListenTip), CommonTexts.Agent(agent.WorkNo, agent.Name));

    public static string ChooseCallTip(CallView call) => s_texts.Format(nameof(ChooseCallTip), CommonTexts.Customer(call.Customer));

    public static string Page(int first, int last, int of, string asOf) =>
        of == 0 ? asOf : $"{s_texts.Format(nameof(Page), first, last, of)}{CommonTexts.Separator}{asOf}";

    public static string Filtered(string text, int found) => s_texts.Format(found == 0 ? "NoMatch" : nameof(Filtered), Markup.Plain(text));

    public static string LeftOut(int count) => s_texts.Count(nameof(LeftOut), count);

    public static string OldList(string what) => s_texts.Format(nameof(OldList), what);

    /// <summary>The state with a symbol before its words, so that neither a colour nor a shape has to be known.</summary>
    public static string State(AgentView agent) => s_texts.Get((agent.IsTalking, agent.State) switch
    {
        (true, _) => "State.InACall",
        (_, AgentState.Talking) => "State.Talking",
        (_, AgentState.Idle or AgentState.AsIdle) => "State.Idle",
        (_, AgentState.Busy) => "State.Busy",
        (_, AgentState.WrapUp) => "State.WrapUp",
        (_, AgentState.Resting) => "State.Resting",
        (_, AgentState.PreRest) => "State.PreRest",
        (_, AgentState.SignedOut) => "State.SignedOut",
        (_, AgentState.SignedIn) => "State.SignedIn",
        _ => "State.Other",
    });

    public static string StateLine(AgentView agent, DateTimeOffset asOf)
    {
        var parts = new List<string> { State(agent) };
        if (agent.StateSince is { } since)
        {
            parts.Add(s_texts.Format("For", CommonTexts.Span(asOf - since)));
        }

        if (agent.MonitoredByAsker)
        {
            parts.Add(s_texts.Get("YouMonitor"));
        }

        return string.Join(CommonTexts.Separator, parts);
    }

    public static string Details(AgentView agent)
    {
        var parts = new List<string> { s_texts.Format("WorkNumber", CommonTexts.Number(agent.WorkNo)) };
        if (Markup.Plain(agent.Group) is { Length: > 0 } group)
        {
            parts.Add(group);
        }

        if (agent.IsInspector)
        {
            parts.Add(s_texts.Get("IsInspector"));
        }

        return string.Join(CommonTexts.Separator, parts);
    }

    public static string Direction(CallDirection direction) => s_texts.Find($"Direction.{direction}") ?? s_texts.Get("Direction.Other");

    public static string CallName(CallView call) => call.Direction == CallDirection.Internal
        ? s_texts.Get("InternalCall")
        : s_texts.Format(nameof(CallName), CommonTexts.Number(call.Customer));

    public static string CallAge(CallView call, DateTimeOffset asOf) => call.AnsweredAt is { } answered
        ? s_texts.Format(nameof(CallAge), CommonTexts.Span(asOf - answered))
        : s_texts.Get("CallAgeUnknown");

    public static string CallDetails(CallView call) => $"{Direction(call.Direction)}{CommonTexts.Separator}{s_texts.Format("CallId", CommonTexts.Call(call.CallId))}";
}
