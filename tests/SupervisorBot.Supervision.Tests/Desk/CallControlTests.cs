using SupervisorBot.GatewaySimulator;
using SupervisorBot.Supervision.Audit;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.Forcing;
using SupervisorBot.Supervision.Notices;
using SupervisorBot.Supervision.Talk;
using static SupervisorBot.Supervision.Tests.Desk.DeskHost;
using AgentState = SupervisorBot.GatewaySimulator.AgentState;

namespace SupervisorBot.Supervision.Tests.Desk;

/// <summary>An inspector's own talk, agents' states and agents' calls, against the simulated gateway.</summary>
public sealed class CallControlTests
{
    [Fact]
    public async Task A_talk_is_held_taken_back_muted_and_handed_back_to_its_agent()
    {
        await using var host = await DeskHost.StartAsync();
        var callId = await TalkAsync(host);

        await MoveAsync(host, TalkMove.Hold);
        await host.NoticeAsync<TalkNotice>(n => n.Change == TalkChange.Held);
        await DoneAsync(host, 1);
        await MoveAsync(host, TalkMove.Resume);
        await DoneAsync(host, 2);
        await MoveAsync(host, TalkMove.Mute);
        await DoneAsync(host, 3);
        Assert.True(host.Gateway.ContactCentre.Calls.Single().Muted);
        await MoveAsync(host, TalkMove.Unmute);
        await DoneAsync(host, 4);

        Assert.True((await host.AskAsync(host.Alex, id => new TransferRequested(id, Place, null))).Accepted);
        var ended = await host.NoticeAsync<TalkNotice>(n => n.Change == TalkChange.Transferred);
        Assert.Equal(Agent, ended.Talk.TransferTo!.WorkNo);
        Assert.Equal((callId, Agent), (host.Gateway.ContactCentre.Calls.Single().CallId, host.Gateway.ContactCentre.Calls.Single().WorkNo));
        foreach (var operation in new[] { "hold", "getHold", "beginMute", "endMute", "transfer" })
        {
            Assert.Single(host.Gateway.RequestLog.Snapshot(operation));
        }

        Assert.Contains(await host.AuditedAsync(), entry => entry is { Act: AuditAct.Transfer, Stage: AuditStage.Decided, WorkNo: Agent, Outcome: "Done" });
    }

    [Fact]
    public async Task A_transfer_whose_answer_is_lost_is_sent_once_and_told_as_not_certain()
    {
        await using var host = await DeskHost.StartAsync(settings: ("Gateway:RequestTimeout", "00:00:01"));
        await TalkAsync(host);
        host.Gateway.Faults.Add(new Fault { Kind = FaultKind.Drop, Operation = "transfer", AfterActing = true });

        Assert.True(TransferTarget.TryRead(TransferKind.Queue, "12", out var billing));
        await host.AskAsync(host.Alex, id => new TransferRequested(id, Place, billing));

        await host.NoticeAsync<TalkNotice>(n => n.Change == TalkChange.EndedInTransfer);
        Assert.Single(host.Gateway.RequestLog.Snapshot("transfer"));
    }

    [Fact]
    public async Task An_agent_is_forced_once_however_often_the_request_comes()
    {
        await using var host = await DeskHost.StartAsync(settings: [("Inspectors:0:Permissions", "All")]);
        await host.SignInAsync(host.Alex);
        var request = new ForceRequested("one-id", Place, Agent, ForcedState.Busy, default, "Training");

        Assert.True((await host.Desk.AskAsync(host.Alex, request, TestContext.Current.CancellationToken)).Accepted);
        Assert.True((await host.Desk.AskAsync(host.Alex, request, TestContext.Current.CancellationToken)).Repeated);

        Assert.Equal(Gateway.Agents.AgentState.Busy, (await host.NoticeAsync<RequestDoneNotice>(_ => true)).AgentState);
        Assert.Equal(AgentState.Busy, host.Gateway.ContactCentre.FindAgent(Agent)!.State);
        Assert.Single(host.Gateway.RequestLog.Snapshot("forceBusy"));
        Assert.Contains(await host.AuditedAsync(), entry => entry is { Act: AuditAct.Force, Stage: AuditStage.Decided, WorkNo: Agent, Reason: "Training" });
    }

    [Fact]
    public async Task Without_the_permission_nobody_is_forced_and_no_call_dropped()
    {
        await using var host = await DeskHost.StartAsync();
        var callId = host.Gateway.ContactCentre.StartCall(Agent, Customer);
        await host.SignInAsync(host.Alex);

        Assert.Equal(Refusal.NotPermitted, (await host.AskAsync(host.Alex, id => new ForceRequested(id, Place, Agent, ForcedState.SignedOut, default, "x"))).Refusal);
        Assert.Equal(Refusal.NotPermitted, (await host.AskAsync(host.Alex, id => new DropRequested(id, Place, Agent, callId, "x"))).Refusal);
        Assert.Empty(host.Gateway.RequestLog.Snapshot("forceLogOutAgent"));
        Assert.Single(host.Gateway.ContactCentre.Calls);
    }

    [Fact]
    public async Task A_call_is_dropped_only_where_it_is_the_agents()
    {
        await using var host = await DeskHost.StartAsync(settings: [("Inspectors:0:Permissions", "All")]);
        var callId = host.Gateway.ContactCentre.StartCall(Agent, Customer);
        await host.SignInAsync(host.Alex);

        await host.AskAsync(host.Alex, id => new DropRequested(id, Place, Agent + 1, callId, "Abuse"));
        Assert.Equal(ProblemKind.CallEnded, (await host.NoticeAsync<RequestFailedNotice>(_ => true)).Problem.Kind);
        Assert.Empty(host.Gateway.RequestLog.Snapshot("forceDropCall"));

        await host.AskAsync(host.Alex, id => new DropRequested(id, Place, Agent, callId, "Abuse"));
        await host.NoticeAsync<RequestDoneNotice>(n => n.Request is DropRequested);
        Assert.Empty(host.Gateway.ContactCentre.Calls);
        Assert.Single(host.Gateway.RequestLog.Snapshot("forceDropCall"));
    }

    private static async Task<string> TalkAsync(DeskHost host)
    {
        var callId = await host.ListenToACallAsync(host.Alex);
        await host.PressAsync(host.Alex, await host.ProposeAsync(host.Alex, callId));
        await host.NoticeAsync<TalkNotice>(n => n.Change == TalkChange.Began);
        return callId;
    }

    private static async Task MoveAsync(DeskHost host, TalkMove move) =>
        Assert.True((await host.AskAsync(host.Alex, id => new TalkMoveRequested(id, Place, move))).Accepted);

    private static async Task DoneAsync(DeskHost host, int count) =>
        await host.NoticeAsync<RequestDoneNotice>(_ => host.Notices.OfType<RequestDoneNotice>().Count() >= count);
}
