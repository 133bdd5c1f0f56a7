using SupervisorBot.Supervision.Access;
using SupervisorBot.Supervision.Audit;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.History;
using SupervisorBot.Supervision.Inspectors;
using SupervisorBot.Supervision.Interception;
using SupervisorBot.Supervision.Notices;
using SupervisorBot.Supervision.Talk;
using SupervisorBot.Supervision.Tests.Desk;

namespace SupervisorBot.Supervision.Tests.History;

/// <summary>Who is told what of the history, over the real directory, roster and audit.</summary>
public sealed class HistoryDeskTests
{
    private static readonly (string, string)[] s_teams =
        [("AgentTeams:0:Name", "Front"), ("AgentTeams:0:WorkNumbers", "2001-2008"), ("Inspectors:1:Teams:0", "Front")];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_whole_interception_is_told_as_it_was_to_whoever_did_it()
    {
        await using var host = await DeskHost.StartAsync();
        var callId = await host.ListenToACallAsync(host.Alex);
        var operation = await host.ProposeAsync(host.Alex, callId);
        await host.PressAsync(host.Alex, operation);
        await host.OutcomeAsync(operation);
        Assert.True((await host.AskAsync(host.Alex, id => new HangUpRequested(id, DeskHost.Place))).Accepted);
        await host.NoticeAsync<TalkNotice>(notice => notice.Talk.Phase == TalkPhase.Ended);

        var lines = (await AskUntilAsync(host, host.Alex, HistoryWho.Me, found => found.Lines is [{ Length: not null }, ..])).Lines;

        Assert.Equal([HistoryKind.Intercept, HistoryKind.Listen], lines.Select(line => line.Kind));
        Assert.Equal((InterceptionOutcome.Done, TalkChange.EndedByInspector, callId, DeskHost.Agent), (lines[0].Outcome, lines[0].TalkEnd, lines[0].CallId, lines[0].WorkNo));
        Assert.All(lines, line => Assert.Equal(("Alex Wilber", 1001), (line.Name, line.AgentId)));
    }

    [Fact]
    public async Task Acts_on_agents_of_other_teams_are_not_told_and_reading_others_acts_is_written_down()
    {
        await using var host = await DeskHost.StartAsync(null, s_teams);
        await AppendAsync(host, host.Alex, 2001);
        await AppendAsync(host, host.Alex, 2012);
        await AppendAsync(host, host.Megan, 2002);

        Assert.Equal([2002, 2001], Agents(await AskAsync(host, host.Megan, HistoryWho.Everyone)));
        Assert.Equal([2002, 2012, 2001], Agents(await AskAsync(host, host.Alex, HistoryWho.Everyone)));
        Assert.Equal([2001], Agents(await AskAsync(host, host.Megan, HistoryWho.Agent, 2001)));
        Assert.Equal(AccessRefusal.OtherTeam, (await AskAsync(host, host.Megan, HistoryWho.Agent, 2012)).Refusal);
        Assert.Equal([2002], Agents(await AskAsync(host, host.Megan, HistoryWho.Me)));

        var read = (await host.AuditedAsync()).Where(entry => entry.Act == AuditAct.History).ToList();
        // One's own acts take no entry, and what was refused read nothing.
        Assert.Equal(["Everyone", "Everyone", "Agent"], read.Select(entry => entry.Detail));
        Assert.Equal([1002, 1001, 1002], read.Select(entry => entry.Actor.AgentId));
        Assert.Equal(2001, read[^1].WorkNo);
    }

    [Fact]
    public async Task Without_the_permission_nothing_is_told_not_even_ones_own_acts()
    {
        await using var host = await DeskHost.StartAsync(null, ("Inspectors:1:Permissions", "List, Intercept"));
        await AppendAsync(host, host.Megan, 2001);

        Assert.Equal(AccessRefusal.NotPermitted, (await AskAsync(host, host.Megan, HistoryWho.Me)).Refusal);
        Assert.Equal(AccessRefusal.NotListed, (await AskAsync(host, host.Megan with { EntraObjectId = "somebody else" }, HistoryWho.Me)).Refusal);
    }

    [Fact]
    public async Task What_was_done_under_an_agent_id_by_another_person_is_not_ones_own()
    {
        await using var host = await DeskHost.StartAsync();
        await AppendAsync(host, host.Megan with { EntraObjectId = "who was 1002 before" }, 2001);
        await AppendAsync(host, host.Megan, 2002);

        Assert.Equal([2002], Agents(await AskAsync(host, host.Megan, HistoryWho.Me)));
    }

    [Fact]
    public async Task A_team_by_group_takes_the_roster_and_so_a_sign_in()
    {
        await using var host = await DeskHost.StartAsync(null, ("AgentTeams:0:Name", "Sales"), ("AgentTeams:0:Groups:0", "Sales"), ("Inspectors:1:Teams:0", "Sales"));
        await AppendAsync(host, host.Alex, 2001);

        Assert.Equal(AccessRefusal.NotSignedIn, (await AskAsync(host, host.Megan, HistoryWho.Everyone)).Refusal);
    }

    private static IEnumerable<int?> Agents(HistoryAnswer answer)
    {
        Assert.Null(answer.Refusal);
        return answer.Lines.Select(line => line.WorkNo);
    }

    private static Task AppendAsync(DeskHost host, Inspector inspector, int agent) => ((IAuditTrail)host.Audit).AppendAsync(
        [new AuditEntry { Act = AuditAct.Listen, Stage = AuditStage.Asked, Actor = ActorOf(inspector), WorkNo = agent }], Stop);

    private static Task<HistoryAnswer> AskAsync(DeskHost host, Inspector asker, HistoryWho who, int? agent = null) =>
        host.History.ReadAsync(asker, ActorOf(asker), new HistoryQuery(who, agent, DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow.AddHours(1)), Stop);

    private static async Task<HistoryAnswer> AskUntilAsync(DeskHost host, Inspector asker, HistoryWho who, Func<HistoryAnswer, bool> fits)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        limit.CancelAfter(TimeSpan.FromSeconds(20));
        while (true)
        {
            var answer = await AskAsync(host, asker, who);
            if (fits(answer))
            {
                return answer;
            }

            await Task.Delay(10, limit.Token);
        }
    }

    private static AuditActor ActorOf(Inspector inspector) => new(null, inspector.EntraObjectId, inspector.DisplayName, inspector.AgentId, "thread");
}
