using SupervisorBot.Gateway.Agents;
using SupervisorBot.Gateway.Events;
using SupervisorBot.Gateway.Results;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.Forcing;
using SupervisorBot.Supervision.Notices;
using SupervisorBot.Supervision.Sessions.Machine;
using SupervisorBot.Supervision.Tests.Audit;
using static SupervisorBot.Supervision.Tests.Machine.ScriptedSession;

namespace SupervisorBot.Supervision.Tests.Machine;

/// <summary>Forcing an agent's state, and releasing an agent's call.</summary>
public sealed class ForcingTests
{
    private static readonly Unknown s_lost = new(GatewayFault.Timeout);
    private readonly ScriptedSession _session = new ScriptedSession().SignedIn();

    [Fact]
    public void A_forced_state_is_sent_once_told_with_what_it_came_to_and_audited_with_its_reason()
    {
        Assert.True(Force(ForcedState.Rest).Accepted);
        var sent = _session.Last<ForceAgent>();
        Assert.Equal((Agent, ForcedState.Rest, TimeSpan.FromMinutes(20)), (sent.WorkNo, sent.State, sent.RestFor));
        _session.Take(new AgentActed(sent.Token, null, State: AgentState.Resting, IsSo: true));

        var told = _session.LastNotice<RequestDoneNotice>();
        Assert.Equal((AgentState.Resting, "Mei Chen"), (told.AgentState, Assert.IsType<ForceRequested>(told.Request).AgentName));
        Assert.Single(_session.Effects.OfType<ForceAgent>());
        Assert.Equal(["Force Asked Rest", "Force Answered 0", "Force Decided Done Rest"], AuditLines.Of(_session.Audited).Where(line => line.StartsWith("Force", StringComparison.Ordinal)));
        Assert.All(_session.Audited.Where(entry => entry.Act == Supervision.Audit.AuditAct.Force), entry => Assert.Equal((Agent, "Long break"), (entry.WorkNo, entry.Reason)));
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    [InlineData(null, false)]
    public void Without_an_answer_the_agents_state_tells_or_nobody_knows(bool? isSo, bool isDone)
    {
        Force(ForcedState.Busy);
        _session.Take(new AgentActed(_session.Last<ForceAgent>().Token, s_lost, State: AgentState.Busy, IsSo: isSo));

        Assert.Equal(isDone, _session.Notices.OfType<RequestDoneNotice>().Any());
        Assert.Equal(isDone ? null : ProblemKind.NoAnswer, _session.Notices.OfType<RequestFailedNotice>().LastOrDefault()?.Problem.Kind);
        Assert.Single(_session.Effects.OfType<ForceAgent>());
    }

    [Fact]
    public void A_refused_force_tells_the_gateways_code()
    {
        Force(ForcedState.Busy);
        _session.Take(new AgentActed(_session.Last<ForceAgent>().Token, new Refused(new ResultCode(ResultCodes.NoInspectionRight))));
        Assert.Equal("900-002", _session.LastNotice<RequestFailedNotice>().Problem.Code);
    }

    [Fact]
    public void Nobody_forces_themselves_nor_two_things_at_once()
    {
        Assert.Equal(Refusal.Self, _session.Ask(id => new ForceRequested(id, Place, 1001, ForcedState.Idle, default, "x")).Refusal);
        Assert.Equal(Refusal.Self, _session.Ask(id => new DropRequested(id, Place, 1001, Call, "x")).Refusal);
        Force(ForcedState.Busy);
        Assert.Equal(Refusal.Busy, Drop().Refusal);
        Assert.Equal(Refusal.NotSignedIn, new ScriptedSession().Ask(id => new ForceRequested(id, Place, Agent, ForcedState.Idle, default, "x")).Refusal);
    }

    [Fact]
    public void A_call_that_is_not_the_agents_any_more_is_not_dropped_and_told_so()
    {
        Drop();
        _session.Take(new AgentActed(_session.Last<DropAgentsCall>().Token, null, new Problem(ProblemKind.CallEnded)));

        Assert.Equal(ProblemKind.CallEnded, _session.LastNotice<RequestFailedNotice>().Problem.Kind);
        Assert.Equal(["Drop Asked", "Drop Decided Failed CallEnded"], AuditLines.Of(_session.Audited).Where(line => line.StartsWith("Drop", StringComparison.Ordinal)));
        Assert.Contains(_session.Audited, entry => entry is { Act: Supervision.Audit.AuditAct.Drop, WorkNo: Agent, CallId: Call, Reason: "Abuse" });
    }

    [Fact]
    public void What_waited_for_the_gateway_when_the_bot_died_or_the_session_ended_is_not_known_and_not_sent_again()
    {
        Force(ForcedState.Busy);
        var reborn = _session.Reborn();
        var told = reborn.LastNotice<RequestFailedNotice>();
        Assert.Equal((ProblemKind.NoAnswer, ForcedState.Busy, "Mei Chen"), (told.Problem.Kind, ((ForceRequested)told.Request).State, ((ForceRequested)told.Request).AgentName));
        Assert.Empty(reborn.Effects.OfType<ForceAgent>());
        Assert.Null(reborn.State.Pending);

        _session.Happens(new ShutdownEvent("AgentOther_ShutdownService", 1001, null, null));
        Assert.Equal(ProblemKind.NoAnswer, _session.LastNotice<RequestFailedNotice>().Problem.Kind);
    }

    private Receipt Force(ForcedState state) => _session.Ask(id => new ForceRequested(id, Place, Agent, state, TimeSpan.FromMinutes(20), "Long break"));

    private Receipt Drop() => _session.Ask(id => new DropRequested(id, Place, Agent, Call, "Abuse"));
}
