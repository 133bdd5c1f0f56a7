using SupervisorBot.Gateway.Agents;
using SupervisorBot.Supervision.Agents;

namespace SupervisorBot.Supervision.Tests.Agents;

public sealed class CallBookTests
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 22, 13, 30, 0, TimeSpan.Zero);

    [Fact]
    public void However_many_talk_only_some_are_read_each_time_those_not_read_first_and_then_the_oldest_and_nobody_is_left_out()
    {
        var book = new CallBook();
        AgentView[] agents = [.. Enumerable.Range(1001, 100).Select(Talking)];
        HashSet<int> read = [];
        for (var turn = 0; turn < 10; turn++)
        {
            var next = book.Next(agents, 10);
            Assert.Equal(10, next.Count);
            Assert.DoesNotContain(next, read.Contains);
            read.UnionWith(next);
            foreach (var workNo in next)
            {
                book.Put(Reading(workNo), s_now.AddSeconds(turn));
            }
        }

        Assert.Equal(Enumerable.Range(1001, 10), book.Next(agents, 10));
    }

    [Fact]
    public void A_call_s_beginning_is_asked_for_once_and_a_hold_counts_from_when_it_was_first_seen()
    {
        var book = new CallBook();
        var agent = Talking(1001);
        book.Next([agent], 1);
        book.Put(Reading(1001), s_now);
        Assert.Equal(["1001-1"], book.KnownCallsOf([1001]));
        Assert.Equal(new AgentCall("1001-1", s_now.AddMinutes(-3)), book.Find(agent));

        book.Put(new AgentCallsReading(1001, [new AgentCallState("1001-1", null, IsHeld: true)]), s_now.AddSeconds(5));
        book.Put(new AgentCallsReading(1001, [new AgentCallState("1001-1", null, IsHeld: true)]), s_now.AddSeconds(9));
        Assert.Equal(new AgentCall("1001-1", s_now.AddMinutes(-3), "1001-1", s_now.AddSeconds(5)), book.Find(agent));

        book.Put(new AgentCallsReading(1001, [new AgentCallState("1001-1", null, IsHeld: true), new AgentCallState("1001-2", s_now, IsHeld: false)]), s_now.AddSeconds(12));
        Assert.Equal(new AgentCall("1001-2", s_now, "1001-1", s_now.AddSeconds(5)), book.Find(agent));
    }

    [Fact]
    public void What_was_read_is_forgotten_when_the_agent_is_in_no_call_or_in_a_new_one()
    {
        var book = new CallBook();
        var agent = Talking(1001);
        book.Put(Reading(1001), s_now);
        Assert.Null(book.Find(agent with { IsTalking = false, State = AgentState.WrapUp }));
        book.Next([agent with { StateSince = s_now.AddSeconds(1) }], 1);
        Assert.Null(book.Find(agent));
        book.Put(Reading(1001), s_now);
        book.Next([], 1);
        Assert.Null(book.Find(agent));
    }

    private static AgentView Talking(int workNo) => new(workNo, "", "", AgentState.Talking, true, s_now.AddMinutes(-4));

    private static AgentCallsReading Reading(int workNo) => new(workNo, [new AgentCallState($"{workNo}-1", s_now.AddMinutes(-3), IsHeld: false)]);
}
