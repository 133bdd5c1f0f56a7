using SupervisorBot.Chat.Cards;
using SupervisorBot.Gateway.Agents;
using SupervisorBot.Supervision.Agents;

namespace SupervisorBot.Chat.Texts;

/// <summary>Words of the lists of agents and calls.</summary>
internal static class AgentTexts
{
    public const string ListTitle = "Agents";
    public const string ChooseAgentTitle = "Whose call do you want to take over?";
    public const string ChooseCallTitle = "Which call do you want to take over?";
    public const string CallsTitle = "Calls";
    public const string Nobody = "No agent can be seen at the moment.";
    public const string NobodyTalks = "Nobody has a call that could be taken over at the moment. Press Refresh in a moment to look again.";
    public const string NoCalls = "This agent has no call at the moment.";
    public const string ListenFirst = "Those you monitor come first, then those in a call.";
    public const string Previous = "Previous";
    public const string Next = "Next";
    public const string Refresh = "Refresh";
    public const string Choose = "Choose";
    public const string Listen = "Listen";
    public const string Intercept = "Intercept";
    public const string OtherAgents = "Other agents";
    public const string PreviousTip = "Show the agents before these";
    public const string NextTip = "Show the agents after these";
    public const string RefreshTip = "Read the list again";
    public const string OtherAgentsTip = "Go back to the list of agents";

    public static string ChooseTip(AgentView agent) => $"Choose a call of {CommonTexts.Agent(agent.WorkNo, agent.Name)}; nothing happens to the call yet";

    public static string ListenTip(AgentView agent) => $"Listen to {CommonTexts.Agent(agent.WorkNo, agent.Name)}: nobody hears you";

    public static string ChooseCallTip(CallView call) => $"Go on to the confirmation for {CommonTexts.Customer(call.Customer)}; nothing happens to the call yet";

    public static string Page(int first, int last, int of, string asOf) =>
        of == 0 ? asOf : $"{CommonTexts.Number(first)} to {CommonTexts.Number(last)} of {CommonTexts.Number(of)}{CommonTexts.Separator}{asOf}";

    public static string Filtered(string text, int found) =>
        found == 0 ? $"No agent matches “{Markup.Plain(text)}”. Leave the text out to see everyone: /agents" : $"Showing those that match “{Markup.Plain(text)}”.";

    public static string LeftOut(int count) => count == 1
        ? "1 agent who is not in a call is left out; /agents shows everyone."
        : $"{CommonTexts.Number(count)} agents who are not in a call are left out; /agents shows everyone.";

    public static string OldList(string what) => $"This is the last list I have. {what}";

    /// <summary>The state with a symbol before its words, so that neither a colour nor a shape has to be known.</summary>
    public static string State(AgentView agent) => (agent.IsTalking, agent.State) switch
    {
        (true, _) => "☎ In a call",
        (_, AgentState.Talking) => "◔ Being connected",
        (_, AgentState.Idle or AgentState.AsIdle) => "○ Idle",
        (_, AgentState.Busy) => "■ Busy",
        (_, AgentState.WrapUp) => "✎ Wrap-up",
        (_, AgentState.Resting) => "◇ Resting",
        (_, AgentState.PreRest) => "◇ About to rest",
        (_, AgentState.SignedOut) => "× Signed out",
        (_, AgentState.SignedIn) => "○ Signed in",
        _ => "? State not known",
    };

    public static string StateLine(AgentView agent, DateTimeOffset asOf)
    {
        var parts = new List<string> { State(agent) };
        if (agent.StateSince is { } since)
        {
            parts.Add($"for {CommonTexts.Span(asOf - since)}");
        }

        if (agent.MonitoredByAsker)
        {
            parts.Add("you monitor this agent");
        }

        return string.Join(CommonTexts.Separator, parts);
    }

    public static string Details(AgentView agent)
    {
        var parts = new List<string> { $"Work number {CommonTexts.Number(agent.WorkNo)}" };
        if (Markup.Plain(agent.Group) is { Length: > 0 } group)
        {
            parts.Add(group);
        }

        if (agent.IsInspector)
        {
            parts.Add("inspector");
        }

        return string.Join(CommonTexts.Separator, parts);
    }

    public static string Direction(CallDirection direction) => direction switch
    {
        CallDirection.Inbound => "The customer called in",
        CallDirection.Outbound => "The agent called the customer",
        CallDirection.Internal => "Internal call, no customer",
        _ => "Direction not known",
    };

    public static string CallName(CallView call) => call.Direction == CallDirection.Internal
        ? "Internal call"
        : $"Customer {CommonTexts.Number(call.Customer)}";

    public static string CallAge(CallView call, DateTimeOffset asOf) =>
        call.AnsweredAt is { } answered ? $"☎ Talking for {CommonTexts.Span(asOf - answered)}" : "☎ Duration not known";

    public static string CallDetails(CallView call) => $"{Direction(call.Direction)}{CommonTexts.Separator}call {CommonTexts.Call(call.CallId)}";

    public static string CallsOf(int workNo, string? name) => $"of {CommonTexts.Agent(workNo, name)}";
}
