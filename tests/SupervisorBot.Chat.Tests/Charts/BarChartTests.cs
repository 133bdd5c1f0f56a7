using System.Text.Json.Nodes;
using SupervisorBot.Chat.Charts;

namespace SupervisorBot.Chat.Tests.Charts;

public sealed class BarChartTests
{
    [Fact]
    public void Counts_are_bars_and_facts_where_no_bars_can_be_drawn()
    {
        var chart = BarChart.Of("Agents by state", [("In a call", 12), ("Idle", 0)]);
        var expected = JsonNode.Parse("""
            {
              "type": "Chart.HorizontalBar",
              "title": "Agents by state",
              "displayMode": "AbsoluteNoAxis",
              "data": [{ "x": "In a call", "y": 12 }, { "x": "Idle", "y": 0 }],
              "fallback": {
                "type": "FactSet",
                "facts": [{ "title": "In a call", "value": "12" }, { "title": "Idle", "value": "0" }]
              }
            }
            """);
        Assert.True(JsonNode.DeepEquals(expected, chart), chart.ToJsonString());
    }
}
