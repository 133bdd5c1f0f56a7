using SupervisorBot.Chat.Boards;
using SupervisorBot.Chat.Places;
using SupervisorBot.Chat.Tests.Bench;
using SupervisorBot.Gateway.Agents;
using SupervisorBot.Gateway.Monitoring;
using SupervisorBot.Supervision.Agents;

namespace SupervisorBot.Chat.Tests.Boards;

public sealed class BoardViewTests
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 22, 13, 30, 0, TimeSpan.Zero);
    private static readonly BoardOptions s_options = new();

    [Fact]
    public void The_most_urgent_agents_come_first()
    {
        var roster = Roster(
            Agent(1, AgentState.Idle, 600),
            Agent(2, AgentState.Resting, 10),
            Agent(3, AgentState.Busy, 10),
            Agent(4, AgentState.WrapUp, 10),
            Agent(5, AgentState.Talking, 30, call: 30),
            Agent(6, AgentState.Talking, 40, call: 40),
            Agent(7, AgentState.Talking, 20, call: 20) with { Monitors = [new AgentMonitor(7, 2001, "Olga", MonitoringMode.Listen)] },
            Agent(8, AgentState.Talking, 400, call: 400),
            Agent(9, AgentState.Talking, 900, call: 900),
            Agent(10, AgentState.Talking, 100, call: 100) with { Call = new AgentCall("10", s_now.AddSeconds(-200), "10", s_now.AddSeconds(-130)) },
            Agent(11, AgentState.Idle, 700),
            Agent(12, AgentState.Talking, 5) with { IsTalking = false });

        Assert.Equal([10, 9, 8, 7, 6, 5, 12, 4, 3, 2, 11, 1], Order(roster));
    }

    [Fact]
    public void A_board_shows_twelve_agents_and_a_page_that_is_gone_is_the_last()
    {
        var roster = Roster([.. Enumerable.Range(1, 30).Select(i => Agent(i, AgentState.Idle, 100 - i))]);
        Assert.Equal(Enumerable.Range(1, 12), Page(roster, 0));
        Assert.Equal(Enumerable.Range(25, 6), Page(roster, 2));
        Assert.Equal(Enumerable.Range(25, 6), Page(roster, 9));
    }

    [Theory]
    [InlineData("busy", new[] { 3 })]
    [InlineData("call", new[] { 2 })]
    [InlineData("sales", new[] { 2, 3 })]
    [InlineData("Agent 1", new[] { 1 })]
    public void A_state_a_group_or_a_text_narrows_a_board(string filter, int[] found)
    {
        var roster = Roster(
            Agent(1, AgentState.Idle, 10) with { Group = "Support" }, Agent(2, AgentState.Talking, 10), Agent(3, AgentState.Busy, 10));
        Assert.Equal(found.AsEnumerable(), BoardView.Of(Board() with { Filter = filter }, roster, s_options).Agents.Select(agent => agent.WorkNo));
    }

    [Fact]
    public void A_team_of_the_directory_narrows_a_board_before_any_text_does()
    {
        var roster = Roster(Agent(1, AgentState.Idle, 10)) with { Team = "Night shift" };
        Assert.Single(BoardView.Of(Board() with { Filter = "Night shift" }, roster, s_options).Agents);
    }

    [Fact]
    public void A_state_that_has_just_begun_is_not_shown_until_it_has_lasted()
    {
        IReadOnlyList<AgentView> shown = [Agent(1, AgentState.Idle, 60), Agent(2, AgentState.Idle, 60), Agent(3, AgentState.Idle, 60)];
        IReadOnlyList<AgentView> read = [Agent(1, AgentState.Busy, 1), Agent(2, AgentState.Busy, 2), Agent(4, AgentState.Busy, 0)];

        var settled = BoardFlicker.Settle(shown, read, s_now, TimeSpan.FromSeconds(2));

        Assert.Equal([(1, AgentState.Idle), (2, AgentState.Busy), (4, AgentState.Busy)], settled.Select(agent => (agent.WorkNo, agent.State)));
        Assert.Equal(s_now.AddSeconds(-60), settled[0].StateSince);
    }

    [Fact]
    public void Time_alone_does_not_change_what_a_board_shows_and_everything_else_does()
    {
        var agent = Agent(1, AgentState.Talking, 10, call: 10);
        string Signature(AgentView one, DateTimeOffset at) =>
            BoardView.Of(Board(), new RosterView([one], at), s_options).Signature(new RosterView([one], at));
        var before = Signature(agent, s_now);

        Assert.Equal(before, Signature(agent, s_now.AddSeconds(30)));
        Assert.NotEqual(before, Signature(agent with { State = AgentState.WrapUp, IsTalking = false }, s_now));
        Assert.NotEqual(before, Signature(agent with { Call = agent.Call! with { HeldCallId = "1", HeldSince = s_now } }, s_now));
        Assert.NotEqual(before, Signature(agent with { Monitors = [new AgentMonitor(1, 2001, "Olga", MonitoringMode.Listen)] }, s_now));
    }

    private static int[] Order(RosterView roster) => [.. BoardView.Of(Board(), roster, s_options).Agents.Select(agent => agent.WorkNo)];

    private static int[] Page(RosterView roster, int page) =>
        [.. BoardView.Of(Board() with { Page = page }, roster, s_options).Page.Items.Select(agent => agent.WorkNo)];

    private static RosterView Roster(params AgentView[] agents) => new(agents, s_now);

    private static AgentView Agent(int workNo, AgentState state, int seconds, int? call = null) =>
        new(workNo, $"Agent {workNo}", "Sales", state, state == AgentState.Talking, s_now.AddSeconds(-seconds))
        {
            Call = call is { } age ? new AgentCall($"{workNo}", s_now.AddSeconds(-age)) : null,
        };

    private static Board Board() => new(
        Guid.Empty, new Place(ChatBench.Thread(Room.Group), 0, PlacePurpose.Request), Asker.Of(FakeDesk.Olga), "en", null, s_now, s_now.AddHours(1));
}
