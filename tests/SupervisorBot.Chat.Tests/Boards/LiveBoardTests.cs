using SupervisorBot.Chat.Boards;
using SupervisorBot.Chat.Tests.Bench;
using SupervisorBot.Gateway.Agents;
using SupervisorBot.Gateway.Monitoring;
using SupervisorBot.Supervision.Access;
using SupervisorBot.Supervision.Agents;
using SupervisorBot.Supervision.Audit;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.Sessions;

namespace SupervisorBot.Chat.Tests.Boards;

/// <summary>A board from its opening to its end, with a scripted roster and a clock of the test's.</summary>
public sealed class LiveBoardTests
{
    [Fact]
    public async Task A_board_tells_who_does_what_for_how_long_who_is_monitored_and_how_many_are_in_which_state()
    {
        await using var bench = new ChatBench();
        var now = bench.Time.GetUtcNow();
        bench.Desk.Agents =
        [
            bench.Desk.Agents[0] with { Call = new AgentCall("1632-7", now.AddMinutes(-6)), Monitors = [new AgentMonitor(1001, 2002, "Boris Chen", MonitoringMode.Whisper)] },
            bench.Desk.Agents[1] with { Call = new AgentCall("1632-8", now.AddMinutes(-3), "1632-9", now.AddMinutes(-1)) },
            bench.Desk.Agents[2],
        ];
        await bench.SayAsync("/board", room: Room.Group);

        Assert.Contains("Anna Ivanova (1001) · Sales\n☎ In a call · for 4 min · ⚠ long call 6 min · monitored by Boris Chen (Whisper)\n[Listen]", bench.Last.Text);
        Assert.Contains("Ben Okafor (1002) · Support\n☎ In a call · for 1 min · call 3 min · ‖ on hold 1 min\n[Listen]", bench.Last.Text);
        Assert.Contains("Carla Diaz (1003) · Sales\n○ Idle · for 2 min · no call to listen to\n", bench.Last.Text);
        Assert.Contains("1 to 3 of 3 · As of 15:30:00 (UTC+02:00)", bench.Last.Text);
        var chart = Assert.Single(CardReading.Objects(bench.Last.Card!), element => CardReading.Type(element) == "Chart.HorizontalBar");
        Assert.Equal(2, chart["data"]![0]!["y"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_change_is_shown_by_an_edit_of_the_same_message_and_time_alone_only_now_and_then()
    {
        await using var bench = new ChatBench();
        var message = await OpenAsync(bench);
        bench.Desk.Agents = [bench.Desk.Agents[0], bench.Desk.Agents[1], bench.Desk.Agents[2] with { State = AgentState.Busy, StateSince = bench.Time.GetUtcNow() }];

        await TickAsync(bench, TimeSpan.FromSeconds(5));
        Assert.Contains("■ Busy · for 5 s", bench.Now(message).Text);
        Assert.True(bench.Last.IsEdit);
        var sent = bench.Sent.Count;

        await TickAsync(bench, TimeSpan.FromSeconds(5));
        await TickAsync(bench, TimeSpan.FromSeconds(5));
        Assert.Equal(sent, bench.Sent.Count);
        await TickAsync(bench, TimeSpan.FromSeconds(5));
        Assert.Contains("■ Busy · for 20 s", bench.Now(message).Text);
        Assert.All(bench.Sent, entry => Assert.Equal(message, entry.MessageId));
    }

    [Fact]
    public async Task Everybody_in_the_thread_leafs_for_everybody_and_who_may_not_see_agents_cannot()
    {
        await using var bench = new ChatBench();
        bench.Desk.Agents = [.. Enumerable.Range(2101, 30).Select(i => new AgentView(i, $"Agent {i}", "Sales", AgentState.Idle, false, bench.Time.GetUtcNow().AddSeconds(-i)))];
        var message = await OpenAsync(bench);

        var answer = await bench.PressAsync(bench.Now(message), "Next", Person.Boris);
        Assert.Contains("13 to 24 of 30", answer.Text);
        Assert.Contains("13 to 24 of 30", bench.Now(message).Text);
        await TickAsync(bench, TimeSpan.FromSeconds(20));
        Assert.Contains("13 to 24 of 30", bench.Now(message).Text);

        bench.Directory.Put(FakeDesk.Boris, PermissionSet.None);
        Assert.Contains("You may not see the agents", (await bench.PressAsync(bench.Now(message), "Next", Person.Boris)).Text);
        Assert.Contains("13 to 24 of 30", bench.Now(message).Text);
    }

    [Fact]
    public async Task A_board_stops_on_a_press_says_who_did_it_and_is_started_again_in_its_place_by_whoever_presses()
    {
        await using var bench = new ChatBench();
        var message = await OpenAsync(bench);
        await bench.PressAsync(bench.Now(message), "Stop updating", Person.Boris);
        Assert.Contains("■ Stopped at 15:30:00 (UTC+02:00) by Boris Chen.", bench.Now(message).Text);
        Assert.DoesNotContain("[Listen]", bench.Now(message).Text);
        await TickAsync(bench, TimeSpan.FromMinutes(1));
        Assert.Contains("■ Stopped", bench.Now(message).Text);

        await bench.PressAsync(bench.Now(message), "Start again", Person.Boris);
        Assert.DoesNotContain("■ Stopped", bench.Now(message).Text);
        bench.Directory.Remove(FakeDesk.Olga);
        await TickAsync(bench, TimeSpan.FromSeconds(20));
        Assert.DoesNotContain("■ Stopped", bench.Now(message).Text);
        bench.Directory.Remove(FakeDesk.Boris);
        await TickAsync(bench, TimeSpan.FromSeconds(20));
        Assert.Contains("Boris Chen, who opened it, is no inspector any more", bench.Now(message).Text);
        var acts = (await bench.Get<IAuditReader>().ReadAsync(0, 100, CancellationToken.None)).Select(record => record.Entry).Where(entry => entry.Detail == "Board");
        Assert.Equal([("Started", null), ("Ended", "Asked"), ("Started", null), ("Ended", "NotListed")], acts.Select(act => (act.Stage.ToString(), act.Outcome)));
    }

    [Theory]
    [InlineData("signed out", "is not signed in at the contact centre any more")]
    [InlineData("not permitted", "may not see the agents any more")]
    [InlineData("too long", "its time was over")]
    [InlineData("another", "a newer board was opened")]
    public async Task A_board_stops_by_itself_and_says_why(string what, string words)
    {
        await using var bench = new ChatBench();
        var message = await OpenAsync(bench);
        switch (what)
        {
            case "signed out":
                bench.Desk.ReadingRefused = Refusal.NotSignedIn;
                break;
            case "not permitted":
                bench.Directory.Put(FakeDesk.Olga, PermissionSet.Of(Permission.Listen));
                break;
            case "another":
                await bench.SayAsync("/board sales", room: Room.Group);
                Assert.NotEqual(message, bench.Sent.Last(entry => entry.Text.StartsWith("Live board: sales", StringComparison.Ordinal)).MessageId);
                break;
        }

        await TickAsync(bench, what == "too long" ? TimeSpan.FromMinutes(61) : TimeSpan.FromSeconds(5));
        Assert.Contains(words, bench.Now(message).Text);
        Assert.Contains("[Start again]", bench.Now(message).Text);
    }

    [Fact]
    public async Task What_cannot_be_read_for_a_while_leaves_the_last_list_and_says_so()
    {
        await using var bench = new ChatBench();
        var message = await OpenAsync(bench);
        bench.Desk.ReadingProblem = new Problem(ProblemKind.Unreachable);
        await TickAsync(bench, TimeSpan.FromSeconds(5));
        Assert.Contains("This is the last list I have.", bench.Now(message).Text);
        bench.Desk.ReadingProblem = null;
        await TickAsync(bench, TimeSpan.FromSeconds(5));
        Assert.DoesNotContain("This is the last list I have.", bench.Now(message).Text);
    }

    [Fact]
    public async Task A_board_goes_on_in_its_message_after_a_restart_with_its_page_and_filter()
    {
        await using var bench = new ChatBench();
        bench.Desk.Agents = [.. Enumerable.Range(2101, 30).Select(i => new AgentView(i, $"Agent {i}", "Sales", AgentState.Idle, false, bench.Time.GetUtcNow().AddSeconds(-i)))];
        await bench.SayAsync("/board sales", room: Room.Group);
        var message = bench.Last.MessageId;
        await bench.PressAsync(bench.Now(message), "Next");
        bench.Get<IBoards>().AsLocal().Forget();

        await TickAsync(bench, TimeSpan.FromSeconds(5));

        Assert.Equal(message, bench.Last.MessageId);
        Assert.Contains("Live board: sales", bench.Last.Text);
        Assert.Contains("13 to 24 of 30 · As of 15:30:05", bench.Last.Text);
    }

    [Fact]
    public async Task A_reading_that_is_refused_opens_nothing_and_is_told_privately()
    {
        await using var bench = new ChatBench();
        bench.Desk.ReadingRefused = Refusal.NotSignedIn;
        await bench.SayAsync("/board", room: Room.Group);
        Assert.Equal(Person.Olga.Id, Assert.Single(bench.Sent).Only);
        Assert.Contains("sign-in", bench.Last.Text);
    }

    [Fact]
    public async Task Who_opened_a_board_and_may_not_listen_gets_no_button_and_the_reason()
    {
        await using var bench = new ChatBench();
        bench.Directory.Put(FakeDesk.Olga, PermissionSet.Of(Permission.List));
        await bench.SayAsync("/board", room: Room.Group);
        Assert.DoesNotContain("[Listen]", bench.Last.Text);
        Assert.Contains("No Listen buttons: Olga Petrova, who opened this board, may not listen.", bench.Last.Text);
    }

    [Fact]
    public async Task Whoever_presses_Listen_listens_in_their_own_name()
    {
        await using var bench = new ChatBench();
        var message = await OpenAsync(bench);
        await bench.PressAsync(bench.Now(message), "Listen", Person.Boris);
        var request = Assert.IsType<MonitorRequested>(Assert.Single(bench.Desk.Asked));
        Assert.Equal((1001, MonitoringMode.Listen), (request.WorkNo, request.Mode));
    }

    private static async Task<string> OpenAsync(ChatBench bench)
    {
        await bench.SayAsync("/board", room: Room.Group);
        return bench.Last.MessageId;
    }

    private static async Task TickAsync(ChatBench bench, TimeSpan later)
    {
        bench.Time.Advance(later);
        var board = await bench.Get<IBoards>().AsLocal().OfAsync(Room.Group.ConversationId);
        await board.TickAsync(CancellationToken.None);
        await bench.UntilAsync(() => bench.Outbox.Waiting == 0, "the board's edit");
    }
}

file static class Locally
{
    public static LocalBoards AsLocal(this IBoards boards) => (LocalBoards)boards;
}
