using System.Globalization;
using System.Text.Json.Nodes;
using SupervisorBot.Chat.Cards;

namespace SupervisorBot.Chat.Charts;

/// <summary>
/// A picture of counts: Teams' own element <c>Chart.HorizontalBar</c> (Microsoft Teams documentation, "Charts in Adaptive Cards"), and for a client that
/// does not know it the same numbers as facts. A card takes it as an item of a list: <c>"items": "${chart}"</c>.
/// </summary>
internal static class BarChart
{
    /// <summary>Draws bars in the order that is told.</summary>
    /// <param name="title">What is counted, for clients that draw it; null where it is written above.</param>
    /// <param name="bars">Each bar's name, in plain text, and its length, from 0.</param>
    /// <returns>The element, without a parent.</returns>
    public static JsonObject Of(string? title, IReadOnlyList<(string Label, int Value)> bars)
    {
        var chart = new JsonObject { ["type"] = "Chart.HorizontalBar" };
        if (title is not null)
        {
            chart["title"] = title;
        }

        // The numbers stand beside the bars, so that no axis has to be read.
        chart["displayMode"] = "AbsoluteNoAxis";
        chart["data"] = Json.Array(bars, bar => new JsonObject { ["x"] = bar.Label, ["y"] = bar.Value });
        chart["fallback"] = new JsonObject
        {
            ["type"] = "FactSet",
            ["facts"] = Json.Array(bars, bar => new JsonObject
            {
                ["title"] = bar.Label,
                ["value"] = bar.Value.ToString("N0", CultureInfo.CurrentCulture),
            }),
        };
        return chart;
    }
}
