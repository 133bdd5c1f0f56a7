using SupervisorBot.Chat.Tests.Bench;
using SupervisorBot.Chat.Watches;
using SupervisorBot.Gateway.Agents;
using SupervisorBot.Gateway.Monitoring;
using SupervisorBot.Supervision.Access;
using SupervisorBot.Supervision.Agents;
using SupervisorBot.Supervision.Desk;

namespace SupervisorBot.Chat.Tests.Watches;

/// <summary>Rules of a chat and the alerts that come of them, with a scripted roster and a clock of the test's.</summary>
public sealed class LiveWatchTests
{
    [Fact]
    public async Task A_long_call_is_told_once_with_a_button_that_listens_for_whoever_presses()
    {
        await using var bench = new ChatBench();
        Talk(bench, minutes: 4);
        await bench.SayAsync("/watch call longer 5m", room: Room.Group);
        Assert.Contains("✔ Rule 1 is set.", bench.Last.Text);
        Assert.Contains("Rule 1: a call longer than 5 min · by Olga Petrova", bench.Last.Text);

        await TickAsync(bench, TimeSpan.FromSeconds(30));
        Assert.Empty(Alerts(bench));
        await TickAsync(bench, TimeSpan.FromSeconds(40));
        await TickAsync(bench, TimeSpan.FromSeconds(40));
        bench.Get<IWatches>().AsLocal().Forget();
        await TickAsync(bench, TimeSpan.FromSeconds(40));

        var alert = Assert.Single(Alerts(bench));
        Assert.Contains("☎ Long call\nAnna Ivanova (1001) · Sales\nThe call has lasted 5 min 10 s.", alert.Text);
        await bench.PressAsync(alert, "Listen", Person.Boris);
        var asked = Assert.IsType<MonitorRequested>(Assert.Single(bench.Desk.Asked));
        Assert.Equal((1001, MonitoringMode.Listen), (asked.WorkNo, asked.Mode));
        bench.Directory.Put(FakeDesk.Boris, PermissionSet.Of(Permission.List));
        Assert.Contains("You may not listen", (await bench.PressAsync(alert, "Listen", Person.Boris)).Text);
    }

    [Fact]
    public async Task Another_call_of_the_same_agent_is_told_again()
    {
        await using var bench = new ChatBench();
        Talk(bench, minutes: 6);
        await bench.SayAsync("/watch call longer 5m 1001", room: Room.Group);
        await TickAsync(bench, TimeSpan.FromSeconds(5));
        bench.Desk.Agents = [bench.Desk.Agents[0] with { Call = new AgentCall("another", bench.Time.GetUtcNow().AddMinutes(-7)) }, .. bench.Desk.Agents.Skip(1)];
        await TickAsync(bench, TimeSpan.FromSeconds(5));
        Assert.Equal(2, Alerts(bench).Count);
    }

    [Fact]
    public async Task Holds_and_states_are_told_once_though_a_state_s_beginning_is_not_told_to_the_second()
    {
        await using var bench = new ChatBench();
        var now = bench.Time.GetUtcNow();
        bench.Desk.Agents =
        [
            bench.Desk.Agents[0] with { Call = new AgentCall("7", now.AddMinutes(-3), "7", now.AddMinutes(-3)) },
            bench.Desk.Agents[2] with { State = AgentState.Busy, StateSince = now.AddMinutes(-16) },
        ];
        await bench.SayAsync("/watch hold longer 2m", room: Room.Group);
        await bench.SayAsync("/watch state busy longer 15m sales", room: Room.Group);
        await TickAsync(bench, TimeSpan.FromSeconds(5));
        Assert.Equal(2, Alerts(bench).Count);
        Assert.Contains(Alerts(bench), alert => alert.Text.Contains("A customer has been on hold for 3 min 5 s.", StringComparison.Ordinal));
        Assert.Contains(Alerts(bench), alert => alert.Text.Contains("The agent has been busy for 16 min 5 s.", StringComparison.Ordinal));

        for (var second = -29; second <= 29; second += 6)
        {
            bench.Get<IWatches>().AsLocal().Forget();
            bench.Desk.Agents = [bench.Desk.Agents[0], bench.Desk.Agents[1] with { StateSince = now.AddMinutes(-16).AddSeconds(second) }];
            await TickAsync(bench, TimeSpan.FromSeconds(1));
        }

        Assert.Equal(2, Alerts(bench).Count);
    }

    [Fact]
    public async Task Who_signs_in_or_out_is_told_whether_the_gateway_or_the_list_tells_first()
    {
        await using var bench = new ChatBench();
        await bench.SayAsync("/watch signin", room: Room.Group);
        await bench.SayAsync("/watch signout", room: Room.Group);
        await TickAsync(bench, TimeSpan.FromSeconds(5));
        Assert.Empty(Alerts(bench));

        var all = bench.Desk.Agents;
        bench.Desk.Agents = [.. all, new AgentView(1004, "Dora Engel", "Sales", AgentState.Idle, false, null)];
        await TickAsync(bench, TimeSpan.FromSeconds(5));
        Assert.Contains("→ Signed in\nDora Engel (1004)", Assert.Single(Alerts(bench)).Text);

        // The gateway's word comes while the list still shows the agent.
        await bench.Get<IWatches>().NoticeAsync(Room.Group.ConversationId, FakeDesk.Olga.AgentId, 1004, signedIn: false);
        await bench.UntilAsync(() => bench.Outbox.Waiting == 0, "the alert");
        Assert.Contains("← Signed out\nDora Engel (1004)", Alerts(bench)[1].Text);
        bench.Desk.Agents = all;
        await TickAsync(bench, TimeSpan.FromSeconds(5));
        Assert.Equal(2, Alerts(bench).Count);
    }

    [Fact]
    public async Task In_quiet_hours_nothing_is_told_and_what_still_holds_after_them_is()
    {
        await using var bench = new ChatBench();
        Talk(bench, minutes: 6);
        await bench.SayAsync("/watch call longer 5m", room: Room.Group);
        await bench.SayAsync("/watch quiet 15:00-16:00", room: Room.Group);
        Assert.Contains("Quiet hours: 15:00 to 16:00 (UTC+02:00)", bench.Last.Text);
        await TickAsync(bench, TimeSpan.FromMinutes(29));
        Assert.Empty(Alerts(bench));
        await TickAsync(bench, TimeSpan.FromMinutes(2));
        Assert.Single(Alerts(bench));
    }

    [Fact]
    public async Task Rules_whose_owner_is_not_signed_in_sleep_say_so_once_and_wake_by_themselves()
    {
        await using var bench = new ChatBench();
        Talk(bench, minutes: 4);
        await bench.SayAsync("/watch call longer 5m", room: Room.Group);
        bench.Desk.ReadingRefused = Refusal.NotSignedIn;
        await TickAsync(bench, TimeSpan.FromMinutes(2));
        await TickAsync(bench, TimeSpan.FromSeconds(5));
        bench.Get<IWatches>().AsLocal().Forget();
        await TickAsync(bench, TimeSpan.FromSeconds(5));
        Assert.Single(bench.Sent, entry => entry.Text.Contains("The alerts of Olga Petrova sleep", StringComparison.Ordinal));
        await bench.SayAsync("/watch list", room: Room.Group);
        Assert.Contains("asleep until they sign in", bench.Last.Text);

        bench.Desk.ReadingRefused = null;
        await TickAsync(bench, TimeSpan.FromSeconds(5));
        Assert.Single(Alerts(bench));
        await bench.SayAsync("/watch list", room: Room.Group);
        Assert.DoesNotContain("asleep", bench.Last.Text);
    }

    [Fact]
    public async Task Rules_end_by_number_or_all_at_once_and_a_chat_has_only_so_many()
    {
        await using var bench = new ChatBench(("Watch:RulesMaximum", "2"));
        Talk(bench, minutes: 6);
        await bench.SayAsync("/watch call longer 5m");
        await bench.SayAsync("/watch signin");
        await bench.SayAsync("/watch signout");
        Assert.Contains("This chat has 2 rules already", bench.Last.Text);
        await bench.SayAsync("/watch off 7");
        Assert.Contains("There is no such rule", bench.Last.Text);
        await bench.SayAsync("/watch off 1");
        Assert.Contains("Rule 2: an agent signs in", bench.Last.Text);
        await bench.SayAsync("/watch signout");
        Assert.Contains("Rule 3: an agent signs out", bench.Last.Text);
        await bench.SayAsync("/watch off all");
        Assert.Contains("There are no rules.", bench.Last.Text);
        await TickAsync(bench, TimeSpan.FromMinutes(1), Room.Personal);
        Assert.Empty(Alerts(bench));
    }

    [Fact]
    public async Task Many_alerts_at_once_come_a_few_at_a_time()
    {
        await using var bench = new ChatBench();
        bench.Desk.Agents = [.. Enumerable.Range(2101, 8).Select(i => new AgentView(i, $"Agent {i}", "Sales", AgentState.Busy, false, bench.Time.GetUtcNow().AddMinutes(-30)))];
        await bench.SayAsync("/watch state busy longer 15m", room: Room.Group);
        await TickAsync(bench, TimeSpan.FromSeconds(5));
        Assert.Equal(5, Alerts(bench).Count);
        await TickAsync(bench, TimeSpan.FromSeconds(5));
        Assert.Equal(8, Alerts(bench).Count);
    }

    private static void Talk(ChatBench bench, int minutes) =>
        bench.Desk.Agents = [bench.Desk.Agents[0] with { Call = new AgentCall("1632-7", bench.Time.GetUtcNow().AddMinutes(-minutes)) }, .. bench.Desk.Agents.Skip(1)];

    private static List<Entry> Alerts(ChatBench bench) => [.. bench.Sent.Where(entry => entry.Text.Contains("ends it.", StringComparison.Ordinal))];

    private static async Task TickAsync(ChatBench bench, TimeSpan later, Room? room = null)
    {
        bench.Time.Advance(later);
        var watch = await bench.Get<IWatches>().AsLocal().OfAsync((room ?? Room.Group).ConversationId);
        await watch.TickAsync(CancellationToken.None);
        await bench.UntilAsync(() => bench.Outbox.Waiting == 0, "the alerts");
    }
}

file static class Locally
{
    public static LocalWatches AsLocal(this IWatches watches) => (LocalWatches)watches;
}
