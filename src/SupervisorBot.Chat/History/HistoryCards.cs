using System.Text.Json.Nodes;
using SupervisorBot.Chat.Agents;
using SupervisorBot.Chat.Cards;
using SupervisorBot.Chat.Places;
using SupervisorBot.Chat.Presses;
using SupervisorBot.Chat.Texts;
using SupervisorBot.Supervision.History;
using SupervisorBot.Supervision.Inspectors;

namespace SupervisorBot.Chat.History;

/// <summary>The card of /history: acts, the newest first, eight a page, and on the first page how many there were by hour or day.</summary>
internal static class HistoryCards
{
    /// <param name="answer">What was found.</param>
    /// <param name="request">What was asked for.</param>
    /// <param name="asker">By whom.</param>
    /// <param name="page">The page, from 0.</param>
    /// <param name="clock">The asker's clock.</param>
    /// <param name="now">When it was read.</param>
    public static CardContent Of(HistoryAnswer answer, HistoryRequest request, Inspector asker, int page, ViewerClock clock, DateTimeOffset now)
    {
        var shown = Page<HistoryLine>.Cut(answer.Lines, page);
        var card = new CardBuilder("history", HistoryTexts.Title(request), Subtitle(shown, request, clock, now));
        if (answer.Lines.Count == 0)
        {
            card.Line(HistoryTexts.Nothing);
        }

        if (answer.IsCut)
        {
            card.Line(HistoryTexts.Cut, LineTone.Warning);
        }

        var charts = shown.Number == 0 ? HistoryCharts.Of(answer.Lines, request.Span, clock) : [];
        card.With("hasCharts", charts.Count > 0)
            .With("charts", charts)
            .With("rows", Json.Array(shown.Items, line => Row(line, request, asker, clock)));
        return WithButtons(card, shown, request, asker).Build();
    }

    private static string Subtitle(Page<HistoryLine> page, HistoryRequest request, ViewerClock clock, DateTimeOffset now) =>
        $"{HistoryTexts.Span(request.Span)}{CommonTexts.Separator}{AgentTexts.Page(page.First, page.Last, page.Of, CommonTexts.AsOf(clock.TimeOfDay(now)))}";

    private static JsonObject Row(HistoryLine line, HistoryRequest request, Inspector asker, ViewerClock clock)
    {
        var length = line.Length is { } span ? $"{CommonTexts.Separator}{CommonTexts.Span(span)}" : "";
        return new JsonObject
        {
            ["what"] = HistoryTexts.What(line),
            ["details"] = HistoryTexts.Details(line, line.AgentId == asker.AgentId),
            ["state"] = $"{HistoryTexts.State(line)}{length}",
            ["at"] = request.Span == HistorySpan.Today ? clock.BareTime(line.At) : $"{clock.Day(line.At)} {clock.BareTime(line.At)}",
        };
    }

    private static CardBuilder WithButtons(CardBuilder card, Page<HistoryLine> page, HistoryRequest request, Inspector asker)
    {
        CardAction Show(string title, string tip, HistoryRequest what, int number = 0) => new(title, tip, Verbs.HistoryPage, PressData.History(asker, what, number));
        return card
            .Action(page.HasPrevious ? Show(HistoryTexts.Newer, HistoryTexts.NewerTip, request, page.Number - 1) : null)
            .Action(page.HasNext ? Show(HistoryTexts.Older, HistoryTexts.OlderTip, request, page.Number + 1) : null)
            .Action(Show(HistoryTexts.Refresh, HistoryTexts.RefreshTip, request, page.Number))
            .Action(request.Span == HistorySpan.Today
                ? Show(HistoryTexts.ShowSevenDays, HistoryTexts.ShowSevenDaysTip, request with { Span = HistorySpan.SevenDays })
                : Show(HistoryTexts.ShowToday, HistoryTexts.ShowTodayTip, request with { Span = HistorySpan.Today }))
            .Action(request.Who == HistoryWho.Me
                ? Show(HistoryTexts.ShowEveryone, HistoryTexts.ShowEveryoneTip, request with { Who = HistoryWho.Everyone })
                : Show(HistoryTexts.ShowMe, HistoryTexts.ShowMeTip, request with { Who = HistoryWho.Me, WorkNo = null }))
            .Action(page.Of > 0 ? new CardAction(HistoryTexts.Csv, HistoryTexts.CsvTip, Verbs.HistoryCsv, PressData.History(asker, request, 0)) : null);
    }
}
