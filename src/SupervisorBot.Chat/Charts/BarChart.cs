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
    /// <param name="title">What is counted.</param>
    /// <param name="bars">Each bar's name, in plain text, and its length, from 0.</param>
    /// <returns>The element, without a parent.</returns>
    public static JsonObject Of(string title, IReadOnlyList<(string Label, int Value)> bars) => new()
    {
        ["type"] = "Chart.HorizontalBar",
        ["title"] = title,
        // The numbers stand beside the bars, so that no axis has to be read.
        ["displayMode"] = "AbsoluteNoAxis",
        ["data"] = Json.Array(bars, bar => new JsonObject { ["x"] = bar.Label, ["y"] = bar.Value }),
        ["fallback"] = new JsonObject
        {
            ["type"] = "FactSet",
            ["facts"] = Json.Array(bars, bar => new JsonObject
            {
                ["title"] = bar.Label,
                ["value"] = bar.Value.ToString("N0", CultureInfo.CurrentCulture),
            }),
        },
    };
}
