using SupervisorBot.Chat.Tests.Bench;
using SupervisorBot.Gateway.Agents;
using SupervisorBot.Gateway.Monitoring;
using SupervisorBot.Supervision.Agents;
using SupervisorBot.Supervision.Desk;

namespace SupervisorBot.Chat.Tests.Commands;

public sealed class AgentListTests
{
    [Fact]
    public async Task A_row_tells_name_number_group_state_in_words_and_time_in_state()
    {
        await using var bench = new ChatBench();
        await bench.SayAsync("/agents");
        Assert.Contains("Anna Ivanova\nWork number 1001 · Sales\n☎ In a call · for 4 min", bench.Last.Text);
        Assert.Contains("Carla Diaz\nWork number 1003 · Sales\n○ Idle · for 2 min", bench.Last.Text);
        Assert.Contains("As of 15:30:00 (UTC+02:00)", bench.Last.Text);
    }

    [Fact]
    public async Task Only_agents_in_a_call_have_a_button()
    {
        await using var bench = new ChatBench();
        await bench.SayAsync("/agents");
        Assert.Equal(2, CardReading.Buttons(bench.Last.Card!).Count(button => button.Title == "Listen"));
        var answer = await bench.PressAsync(bench.Last, "Listen");
        var request = Assert.IsType<MonitorRequested>(Assert.Single(bench.Desk.Asked));
        Assert.Equal((1001, MonitoringMode.Listen), (request.WorkNo, request.Mode));
        Assert.True(answer.IsWord);
    }

    [Theory]
    [InlineData("sales", 2)]
    [InlineData("ANNA", 1)]
    [InlineData("in a call", 2)]
    [InlineData("100", 3)]
    [InlineData("nobody like this", 0)]
    public async Task A_text_narrows_the_list(string text, int found)
    {
        await using var bench = new ChatBench();
        await bench.SayAsync($"/agents {text}");
        Assert.Equal(found, CardReading.Texts(bench.Last.Card!).Count(line => line.StartsWith("Work number", StringComparison.Ordinal)));
        Assert.Contains($"“{text}”", bench.Last.Text);
    }

    [Fact]
    public async Task Hundreds_of_agents_are_paged_there_and_back()
    {
        await using var bench = new ChatBench();
        bench.Desk.Agents = [.. Enumerable.Range(0, 250).Select(i => new AgentView(2100 + i, $"Agent {i}", "Sales", AgentState.Idle, false, null))];
        await bench.SayAsync("/agents");
        var message = bench.Last;
        var seen = new List<string>(Names(message));
        for (var page = 1; CardReading.Buttons(message.Card!).Any(button => button.Title == "Next"); page++)
        {
            Assert.True(page < 40);
            message = (await bench.PressAsync(message, "Next")).AsMessage(message);
            seen.AddRange(Names(message));
        }

        Assert.Equal(Enumerable.Range(0, 250).Select(i => $"Agent {i}"), seen);
        Assert.Contains("249 to 250 of 250", message.Text);
        message = (await bench.PressAsync(message, "Previous")).AsMessage(message);
        Assert.Contains("241 to 248 of 250", message.Text);
    }

    [Fact]
    public async Task A_page_that_is_gone_shows_the_last_one()
    {
        await using var bench = new ChatBench();
        bench.Desk.Agents = [.. Enumerable.Range(0, 20).Select(i => new AgentView(2100 + i, $"Agent {i}", "Sales", AgentState.Idle, false, null))];
        await bench.SayAsync("/agents");
        var second = await bench.PressAsync(bench.Last, "Next");
        var next = second.AsMessage(bench.Last);
        bench.Desk.Agents = bench.Desk.Agents.Take(3).ToList();
        Assert.Contains("1 to 3 of 3", (await bench.PressAsync(next, "Next")).Text);
    }

    [Fact]
    public async Task The_last_known_list_is_shown_with_the_reason_when_the_gateway_does_not_answer()
    {
        await using var bench = new ChatBench();
        bench.Desk.ReadingProblem = new Problem(ProblemKind.Unreachable);
        await bench.SayAsync("/agents");
        Assert.Contains("last list I have", bench.Last.Text);
        Assert.Contains("Anna Ivanova", bench.Last.Text);
    }

    [Fact]
    public async Task Names_are_not_read_as_markup()
    {
        await using var bench = new ChatBench();
        bench.Desk.Agents = [new AgentView(1001, "[x](http://evil.example) {{DATE(20)}} ${title}", "*", AgentState.Idle, false, null)];
        await bench.SayAsync("/agents");
        Assert.Contains(@"\[x\](http: //evil.example) { {DATE", bench.Last.Text);
        Assert.Contains("$ {title}", bench.Last.Text);
    }

    private static IEnumerable<string> Names(Entry message) =>
        CardReading.Texts(message.Card!).Where(text => text.StartsWith("Agent ", StringComparison.Ordinal));
}
