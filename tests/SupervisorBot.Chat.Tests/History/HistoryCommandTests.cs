using SupervisorBot.Chat.Tests.Bench;
using SupervisorBot.Supervision.Access;
using SupervisorBot.Supervision.History;
using SupervisorBot.Supervision.Interception;
using SupervisorBot.Supervision.Talk;

namespace SupervisorBot.Chat.Tests.History;

public sealed class HistoryCommandTests
{
    // 13:30 in UTC is 15:30 for the asker, whose day began at 22:00 in UTC.
    private static readonly DateTimeOffset s_midnight = new(2026, 11, 21, 22, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("/history", HistoryWho.Me, null, 0)]
    [InlineData("/history me", HistoryWho.Me, null, 0)]
    [InlineData("/history 7d", HistoryWho.Me, null, 6)]
    [InlineData("/history ALL Today", HistoryWho.Everyone, null, 0)]
    [InlineData("/history 2001 7d", HistoryWho.Agent, 2001, 6)]
    [InlineData("/history 7d 2001", HistoryWho.Agent, 2001, 6)]
    internal async Task The_words_say_whose_acts_and_how_far_back_by_the_askers_clock(string line, HistoryWho who, int? agent, int daysBefore)
    {
        await using var bench = new ChatBench();
        await bench.SayAsync(line);

        var (asker, actor, query) = Assert.Single(bench.History.Asked);
        Assert.Equal((FakeDesk.Olga, Room.Personal.ConversationId), (asker, actor.ConversationId));
        Assert.Equal((who, agent, s_midnight.AddDays(-daysBefore), false), (query.Who, query.WorkNo, query.From, query.IsExport));
        Assert.True(query.To > bench.Time.GetUtcNow());
    }

    [Fact]
    public async Task A_word_that_is_not_understood_is_named_with_what_is()
    {
        await using var bench = new ChatBench();
        await bench.SayAsync("/history yesterday", room: Room.Group);

        Assert.Empty(bench.History.Asked);
        Assert.Contains("“yesterday” is not understood here. It is: /history [me|all|workNo] [today|7d]. For example: /history 2001 7d", bench.Last.Text, StringComparison.Ordinal);
        Assert.True(bench.Last.IsTargetedAt(Person.Olga, Room.Group));
    }

    [Fact]
    public async Task A_line_tells_who_whom_which_call_why_what_came_of_it_and_how_long()
    {
        await using var bench = new ChatBench();
        bench.History.Lines =
        [
            Line(bench, 0) with
            {
                Kind = HistoryKind.Intercept, CallId = "1632-7", Reason = "Complaint *bold*", DecidedBy = "Boris Chen", Outcome = InterceptionOutcome.Done,
                TalkEnd = TalkChange.EndedByCustomer, BeganAt = bench.Time.GetUtcNow(), EndedAt = bench.Time.GetUtcNow().AddSeconds(184),
            },
            Line(bench, 1) with { AgentId = 1002, Name = "Boris Chen", BeganAt = bench.Time.GetUtcNow() },
            Line(bench, 2) with { IsFailed = true, Code = "900-003" },
        ];
        await bench.SayAsync("/history all");

        Assert.Contains("What was done\nToday · 1 to 3 of 3", bench.Last.Text, StringComparison.Ordinal);
        Assert.Contains("Interception · agent 2001", bench.Last.Text, StringComparison.Ordinal);
        Assert.Contains("by you · call 1632-7 · reason: Complaint \\*bold\\* · approved by Boris Chen\n✔ done, the customer hung up · 3 min 4 s", bench.Last.Text, StringComparison.Ordinal);
        Assert.Contains("by Boris Chen\n☎ under way", bench.Last.Text, StringComparison.Ordinal);
        Assert.Contains("× did not come about (gateway code 900-003)", bench.Last.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_hours_between_are_drawn_with_none_left_out_and_have_their_numbers_as_facts()
    {
        await using var bench = new ChatBench();
        bench.History.Lines = [Line(bench, 0), Line(bench, 10), Line(bench, 180)];
        await bench.SayAsync("/history");

        var chart = CardReading.Objects(bench.Last.Card!).Single(element => CardReading.Type(element) == "Chart.HorizontalBar");
        Assert.Equal([1, 0, 0, 2], chart["data"]!.AsArray().Select(bar => bar!["y"]!.GetValue<int>()));
        var drawn = chart.Parent!.AsArray();
        Assert.Equal("Monitorings by hour", drawn[drawn.IndexOf(chart) - 1]!["text"]!.GetValue<string>());
        Assert.Equal(["1", "0", "0", "2"], chart["fallback"]!["facts"]!.AsArray().Select(fact => fact!["value"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_long_history_is_paged_there_and_back_and_the_picture_stands_on_the_first_page_only()
    {
        await using var bench = new ChatBench();
        bench.History.Lines = [.. Enumerable.Range(0, 20).Select(index => Line(bench, index))];
        await bench.SayAsync("/history all");
        var first = bench.Last;
        Assert.Contains("1 to 8 of 20", first.Text, StringComparison.Ordinal);

        var second = (await bench.PressAsync(first, "Older")).AsMessage(first);
        var third = (await bench.PressAsync(second, "Older")).AsMessage(second);

        Assert.Contains("9 to 16 of 20", second.Text, StringComparison.Ordinal);
        Assert.Contains("17 to 20 of 20", third.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(CardReading.Buttons(third.Card!), button => button.Title == "Older");
        Assert.DoesNotContain(CardReading.Objects(second.Card!), element => CardReading.Type(element) == "Chart.HorizontalBar");
        Assert.Contains("9 to 16 of 20", (await bench.PressAsync(third, "Newer")).AsMessage(third).Text, StringComparison.Ordinal);
        Assert.All(bench.History.Asked, asked => Assert.Equal(HistoryWho.Everyone, asked.Query.Who));
    }

    [Fact]
    public async Task Buttons_ask_for_another_part_and_only_the_asker_may_press_them()
    {
        await using var bench = new ChatBench();
        bench.History.Lines = [Line(bench, 0)];
        await bench.SayAsync("/history 2001");
        var message = bench.Last;

        await bench.PressAsync(message, "7 days");
        Assert.Equal((HistoryWho.Agent, 2001, s_midnight.AddDays(-6)), Asked(bench));
        await bench.PressAsync(message, "Mine");
        Assert.Equal((HistoryWho.Me, null, s_midnight), Asked(bench));

        var before = bench.History.Asked.Count;
        Assert.StartsWith("Only Olga Petrova", (await bench.PressAsync(message, "7 days", Person.Boris)).Text, StringComparison.Ordinal);
        Assert.Equal(before, bench.History.Asked.Count);
    }

    [Fact]
    public async Task Whoever_may_not_is_told_so_and_nothing_is_read()
    {
        await using var bench = new ChatBench();
        bench.Directory.Put(FakeDesk.Olga, PermissionSet.Default.Without(PermissionSet.Of(Permission.History)));
        await bench.SayAsync("/history");
        Assert.Equal("You may not read what was done. Ask an administrator of this bot.", bench.Last.Text);

        bench.Directory.Put(FakeDesk.Olga, PermissionSet.All);
        bench.Directory.OtherTeams.Add(2012);
        await bench.SayAsync("/history 7d 2012");
        Assert.Contains("Agent 2012 is not in your teams", bench.Last.Text, StringComparison.Ordinal);
        Assert.Empty(bench.History.Asked);
    }

    [Fact]
    public async Task In_a_group_the_answer_goes_to_the_asker_alone()
    {
        await using var bench = new ChatBench();
        await bench.SayAsync("/help");
        bench.History.Lines = [Line(bench, 0)];
        await bench.SayAsync("/history", room: Room.Group);

        Assert.Contains("What you did", bench.Last.Text, StringComparison.Ordinal);
        Assert.True(bench.Last.IsTargetedAt(Person.Olga, Room.Group));
    }

    private static (HistoryWho, int?, DateTimeOffset) Asked(ChatBench bench) => bench.History.Asked.Last().Query is var query ? (query.Who, query.WorkNo, query.From) : default;

    internal static HistoryLine Line(ChatBench bench, int minutesAgo) => new()
    {
        Kind = HistoryKind.Listen,
        At = bench.Time.GetUtcNow().AddMinutes(-minutesAgo),
        AgentId = FakeDesk.Olga.AgentId,
        ObjectId = FakeDesk.Olga.EntraObjectId,
        Name = FakeDesk.Olga.DisplayName,
        WorkNo = 2001,
    };
}
