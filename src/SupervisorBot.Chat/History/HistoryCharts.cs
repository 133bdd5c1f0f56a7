using System.Text.Json.Nodes;
using SupervisorBot.Chat.Charts;
using SupervisorBot.Chat.Places;
using SupervisorBot.Chat.Texts;
using SupervisorBot.Supervision.History;

namespace SupervisorBot.Chat.History;

/// <summary>The picture of the day: how many interceptions and monitorings began in each hour, or of several days on each of them.</summary>
internal static class HistoryCharts
{
    public static JsonArray Of(IReadOnlyList<HistoryLine> lines, HistorySpan span, ViewerClock clock)
    {
        var isDay = span == HistorySpan.Today;
        var interceptions = lines.Where(line => line.Kind == HistoryKind.Intercept).ToList();
        var monitorings = lines.Where(line => line.Kind is HistoryKind.Listen or HistoryKind.Whisper or HistoryKind.Insert).ToList();
        var charts = new JsonArray();
        Add(charts, isDay ? HistoryTexts.InterceptionsByHour : HistoryTexts.InterceptionsByDay, interceptions, isDay, clock);
        Add(charts, isDay ? HistoryTexts.MonitoringsByHour : HistoryTexts.MonitoringsByDay, monitorings, isDay, clock);
        return charts;
    }

    private static void Add(JsonArray charts, string title, List<HistoryLine> lines, bool isDay, ViewerClock clock)
    {
        if (lines.Count == 0)
        {
            return;
        }

        var step = isDay ? TimeSpan.FromHours(1) : TimeSpan.FromDays(1);
        var counts = lines.CountBy(line => Begin(line.At, isDay, clock)).ToDictionary();
        // From the first to the last with none left out, so that a quiet hour shows.
        List<(string, int)> bars = [];
        for (var at = counts.Keys.Min(); at <= counts.Keys.Max(); at += step)
        {
            bars.Add((isDay ? clock.Hour(at) : clock.Day(at), counts.GetValueOrDefault(at)));
        }

        // Not every client draws a chart's own title, and the fallback has none.
        charts.Add((JsonNode)new JsonObject { ["type"] = "TextBlock", ["text"] = title, ["weight"] = "Bolder", ["wrap"] = true });
        charts.Add((JsonNode)BarChart.Of(null, bars));
    }

    private static DateTimeOffset Begin(DateTimeOffset time, bool isDay, ViewerClock clock)
    {
        var local = clock.Local(time);
        return new DateTimeOffset(local.Date.AddHours(isDay ? local.Hour : 0), local.Offset);
    }
}
