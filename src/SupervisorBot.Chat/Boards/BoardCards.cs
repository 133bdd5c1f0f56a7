using System.Text.Json.Nodes;
using SupervisorBot.Chat.Agents;
using SupervisorBot.Chat.Cards;
using SupervisorBot.Chat.Charts;
using SupervisorBot.Chat.Places;
using SupervisorBot.Chat.Presses;
using SupervisorBot.Chat.Texts;
using SupervisorBot.Gateway.Monitoring;
using SupervisorBot.Supervision.Access;
using SupervisorBot.Supervision.Agents;

namespace SupervisorBot.Chat.Boards;

/// <summary>The card of a live board. Its buttons may be pressed by everybody in the thread; each press is asked about for whoever presses.</summary>
internal static class BoardCards
{
    private const int LongestName = 20;
    private const int LongestGroup = 12;
    private const int LongestFilter = 40;
    private const int NamedMonitors = 1;
    private static readonly TimeSpan s_alike = TimeSpan.FromSeconds(5);

    /// <param name="board">The board.</param>
    /// <param name="reading">What it was last told; null where that is not known any more.</param>
    /// <param name="options">The limits of boards.</param>
    public static CardContent Of(Board board, BoardReading? reading, BoardOptions options)
    {
        var clock = board.Place.Clock;
        var view = reading is null ? null : BoardView.Of(board, reading.Roster, options);
        var title = board.Filter is null ? BoardTexts.Title : BoardTexts.TitleOf(Markup.Plain(board.Filter, LongestFilter));
        var card = new CardBuilder("board", title, view is null ? null : Subtitle(view, reading!.Roster, clock));
        if (board.End is { } end)
        {
            card.Line(BoardTexts.Ended(end, clock.TimeOfDay(board.EndedAt ?? board.Until), Person(end == BoardEnd.Asked ? board.EndedBy : board.Opener.Name)), LineTone.Strong);
        }

        if (reading?.Roster.Problem is { } problem && board.End is null)
        {
            card.Line(AgentTexts.OldList(ProblemTexts.What(problem)), LineTone.Warning);
        }

        AddRows(card, board, reading, view, options);
        return AddFoot(card, board, view, options, clock).Build();
    }

    private static string Subtitle(BoardView view, RosterView roster, ViewerClock clock) =>
        AgentTexts.Page(view.Page.First, view.Page.Last, view.Page.Of, CommonTexts.AsOf(clock.TimeOfDay(roster.AsOf)));

    private static void AddRows(CardBuilder card, Board board, BoardReading? reading, BoardView? view, BoardOptions options)
    {
        card.With("rows", Json.Array(view?.Page.Items ?? [], agent => Row(agent, reading!, board, options)));
        card.With("chart", view is { Agents.Count: > 0 } ? new JsonArray(Chart(view.Agents)) : new JsonArray());
        card.With("hasChart", view is { Agents.Count: > 0 });
        if (view is { Agents.Count: 0 })
        {
            card.Line(board.Filter is null ? AgentTexts.Nobody : BoardTexts.NobodyMatches);
        }

        if (board.End is null && reading is not null && view!.Page.Items.Any(agent => agent.IsTalking) && !reading.OpenerMay.Has(Permission.Listen))
        {
            card.Line(BoardTexts.ListenNotShown(Person(board.Opener.Name)));
        }
    }

    private static CardBuilder AddFoot(CardBuilder card, Board board, BoardView? view, BoardOptions options, ViewerClock clock)
    {
        if (board.End is not null)
        {
            return card.Action(new CardAction(BoardTexts.Start, BoardTexts.StartTip, Verbs.BoardStart, PressData.OfBoard(board.Id, board.Page, board.Filter)));
        }

        JsonObject To(int page) => PressData.OfBoard(board.Id, page, null);
        return card
            .Note(BoardTexts.Rule(CommonTexts.Span(options.LongHold), CommonTexts.Span(options.LongCall), clock.TimeOfDay(board.Until)))
            .Action(view?.Page.HasPrevious == true ? new CardAction(AgentTexts.Previous, BoardTexts.PreviousTip, Verbs.BoardPage, To(view.Page.Number - 1)) : null)
            .Action(view?.Page.HasNext == true ? new CardAction(AgentTexts.Next, BoardTexts.NextTip, Verbs.BoardPage, To(view.Page.Number + 1)) : null)
            .Action(new CardAction(BoardTexts.Stop, BoardTexts.StopTip, Verbs.BoardStop, PressData.OfBoard(board.Id, 0, null)));
    }

    private static JsonObject Row(AgentView agent, BoardReading reading, Board board, BoardOptions options)
    {
        var asOf = reading.Roster.AsOf;
        var (isLongHold, isLongCall) = (BoardOrder.IsLongHold(agent, asOf, options), BoardOrder.IsLongCall(agent, asOf, options));
        var button = board.End is null && agent is { IsTalking: true, IsInspector: false } && reading.OpenerMay.Has(Permission.Listen)
            ? new CardAction(AgentTexts.Listen, BoardTexts.ListenTip, Verbs.MonitorStart, PressData.Listen(agent.WorkNo))
            : null;
        return new JsonObject
        {
            ["name"] = Name(agent),
            ["state"] = State(agent, asOf, isLongHold, isLongCall),
            // The words say it too.
            ["color"] = isLongHold || isLongCall ? "Attention" : "Default",
            ["hasActions"] = button is not null,
            ["actions"] = button is null ? [] : new JsonArray(button.ToJson()),
        };
    }

    private static string Name(AgentView agent)
    {
        var name = CommonTexts.AgentAtStart(agent.WorkNo, Markup.CutWhole(agent.Name, LongestName));
        return Markup.Plain(agent.Group, LongestGroup) is { Length: > 0 } group ? name + CommonTexts.Separator + group : name;
    }

    private static string State(AgentView agent, DateTimeOffset asOf, bool isLongHold, bool isLongCall)
    {
        List<string> parts = [AgentTexts.State(agent)];
        if (agent.StateSince is { } since && !IsToldByCall(agent, isLongCall))
        {
            parts.Add(BoardTexts.For(CommonTexts.Span(asOf - since)));
        }

        if ((agent.Call?.AnsweredAt ?? (isLongCall ? agent.StateSince : null)) is { } began)
        {
            var age = CommonTexts.Span(asOf - began);
            parts.Add(isLongCall ? BoardTexts.LongCall(age) : BoardTexts.Call(age));
        }

        if (agent.Call?.HeldSince is { } held)
        {
            var age = CommonTexts.Span(asOf - held);
            parts.Add(isLongHold ? BoardTexts.LongHold(age) : BoardTexts.OnHold(age));
        }

        parts.AddRange((agent.Monitors ?? []).Take(NamedMonitors).Select(monitor => BoardTexts.MonitoredBy(Person(monitor.Name), MonitoringTexts.Name(monitor.Mode))));
        if (agent.Monitors is { Count: > NamedMonitors } many)
        {
            parts.Add(BoardTexts.MoreMonitors(many.Count - NamedMonitors));
        }

        if (WhyNotListen(agent) is { } why)
        {
            parts.Add(why);
        }

        return string.Join(CommonTexts.Separator, parts);
    }

    // Most are in a call for as long as the call lasts: that is told once.
    private static bool IsToldByCall(AgentView agent, bool isLongCall) =>
        agent is { IsTalking: true, StateSince: { } since } && (agent.Call?.AnsweredAt is { } answered ? (answered - since).Duration() <= s_alike : isLongCall);

    private static string? WhyNotListen(AgentView agent) => agent switch
    {
        { IsInspector: true } => BoardTexts.IsInspector,
        { IsTalking: false } => BoardTexts.NoCall,
        _ => null,
    };

    private static JsonObject Chart(IReadOnlyList<AgentView> agents) => BarChart.Of(
        BoardTexts.ChartTitle,
        [
            .. agents
                .GroupBy(AgentTexts.State)
                .Select(group => (Label: group.Key, Value: group.Count()))
                .OrderByDescending(bar => bar.Value)
                .ThenBy(bar => bar.Label, StringComparer.Ordinal),
        ]);

    private static string Person(string? name) => Markup.Plain(name, LongestName) is { Length: > 0 } plain ? plain : BoardTexts.Somebody;
}
