using SupervisorBot.Supervision.Access;
using SupervisorBot.Supervision.Agents;
using SupervisorBot.Supervision.Forcing;
using SupervisorBot.Supervision.Inspectors;
using SupervisorBot.Supervision.Interception;
using SupervisorBot.Supervision.Sessions;
using SupervisorBot.Supervision.SigningIn;

namespace SupervisorBot.Supervision.Desk;

/// <summary>Hands what a conversation asks to the grains that know.</summary>
internal sealed class SupervisionDesk(
    InspectorDirectory directory,
    IAccess access,
    InterceptionPolicies policies,
    OperationOwners owners,
    SessionCalls sessions,
    RosterReaders rosters,
    TimeProvider time) : ISupervisionDesk
{
    public Task<SessionView> GetSessionAsync(Inspector inspector, CancellationToken cancellationToken) =>
        sessions.CallAsync(inspector.AgentId, session => session.GetViewAsync(), cancellationToken);

    public Task<RosterView> GetRosterAsync(Inspector inspector, CancellationToken cancellationToken) =>
        ReadRosterAsync(inspector, null, reader => reader.ReadAsync(inspector.AgentId), cancellationToken);

    public Task<RosterView> GetLiveRosterAsync(Inspector inspector, string? team, CancellationToken cancellationToken) =>
        ReadRosterAsync(inspector, team, reader => reader.ReadLiveAsync(inspector.AgentId), cancellationToken);

    private async Task<RosterView> ReadRosterAsync(
        Inspector inspector, string? team, Func<IRosterReader, Task<RosterView>> ask, CancellationToken cancellationToken)
    {
        var session = await GetSessionAsync(inspector, cancellationToken);
        if (rosters.Of(session) is not { } reader)
        {
            return new RosterView([], time.GetUtcNow(), session.Status == SessionStatus.AwaitingCode ? Refusal.AwaitingCode : Refusal.NotSignedIn);
        }

        var snapshot = await directory.ReadAsync(cancellationToken);
        if (snapshot.Find(inspector) is not { } profile)
        {
            return new RosterView([], time.GetUtcNow(), Refusal.NotListed);
        }

        var scope = snapshot.ScopeOf(profile);
        var read = await ask(reader).WaitAsync(cancellationToken);
        var narrowed = team is null ? null : snapshot.FindTeam(team);
        // Of an old list the groups may have changed since.
        bool IsHeld(TeamScope by, AgentView agent) => read.Problem is null ? by.Holds(agent.WorkNo, agent.Group) : by.Holds(agent.WorkNo);
        var agents = read.Agents
            .Where(agent => agent.WorkNo != inspector.AgentId && IsHeld(scope, agent) && (narrowed is null || IsHeld(narrowed, agent)))
            .Select(agent => agent with
            {
                MonitoredByAsker = session.Monitoring?.WorkNo == agent.WorkNo,
                IsInspector = snapshot.IsInspector(agent.WorkNo),
            })
            .OrderByDescending(agent => agent.MonitoredByAsker)
            .ThenByDescending(agent => agent.IsTalking)
            .ThenBy(agent => agent.WorkNo);
        return read with { Agents = [.. agents], Team = narrowed is null ? null : team };
    }

    public async Task<CallsView> GetCallsAsync(Inspector inspector, int workNo, CancellationToken cancellationToken)
    {
        if ((await access.DecideAsync(inspector, Permission.List, workNo, cancellationToken)).Refusal is { } mayNot
            && (await access.DecideAsync(inspector, Permission.Intercept, workNo, cancellationToken)).Refusal is not null
            && (await access.DecideAsync(inspector, Permission.Force, workNo, cancellationToken)).Refusal is not null)
        {
            return new CallsView(workNo, null, [], time.GetUtcNow(), AccessRefusals.AsRefusal(mayNot));
        }

        var calls = await sessions.CallAsync(inspector.AgentId, session => session.ReadCallsAsync(workNo), cancellationToken);
        return calls.Refusal is null ? calls with { Agent = await FindAgentAsync(inspector, workNo, cancellationToken) } : calls;
    }

    public async Task<Receipt> AskAsync(Inspector inspector, SupervisionRequest request, CancellationToken cancellationToken)
    {
        int? workNo = request switch
        {
            MonitorRequested monitor => monitor.WorkNo,
            ForceRequested force => force.WorkNo,
            DropRequested drop => drop.WorkNo,
            _ => null,
        };
        var name = workNo is { } agent ? (await FindAgentAsync(inspector, agent, cancellationToken))?.Name : null;
        return await sessions.CallAsync(inspector.AgentId, session => session.AskAsync(request, name ?? ""), cancellationToken);
    }

    public Task<CodeAnswer> EnterCodeAsync(Inspector inspector, TypedCode code, CancellationToken cancellationToken) =>
        sessions.CallAsync(inspector.AgentId, session => session.EnterCodeAsync(code), cancellationToken);

    public async Task<ProposalAnswer> ProposeAsync(Inspector inspector, InterceptionProposal proposal, CancellationToken cancellationToken)
    {
        var name = (await FindAgentAsync(inspector, proposal.WorkNo, cancellationToken))?.Name;
        var answer = await sessions.CallAsync(inspector.AgentId, session => session.ProposeAsync(proposal, name ?? ""), cancellationToken);
        if (answer.Interception is not null)
        {
            owners.Remember(proposal.OperationId, inspector.AgentId);
        }

        return answer;
    }

    public Task<PressAnswer> ConfirmAsync(Inspector presser, Guid operationId, string? reason, CancellationToken cancellationToken) =>
        PressAsync(presser, operationId, confirm: true, reason, cancellationToken);

    public Task<PressAnswer> CancelAsync(Inspector presser, Guid operationId, CancellationToken cancellationToken) =>
        PressAsync(presser, operationId, confirm: false, null, cancellationToken);

    public async Task<PressAnswer> ApproveAsync(Inspector presser, Guid operationId, bool approve, CancellationToken cancellationToken)
    {
        var owner = await OwnerAsync(presser, operationId, cancellationToken);
        return await sessions.CallAsync(owner, session => session.ApproveAsync(operationId, presser, approve), cancellationToken);
    }

    public async Task<Approvers> FindApproversAsync(Inspector asker, int workNo, CancellationToken cancellationToken)
    {
        var rule = (await policies.FindAsync(asker, workNo, cancellationToken)).Approval;
        if (rule == ApprovalRule.None)
        {
            return Approvers.NotNeeded;
        }

        List<Inspector> approvers = [];
        foreach (var other in (await directory.ReadAsync(cancellationToken)).Contents.Inspectors.Select(profile => profile.Inspector))
        {
            if (other.AgentId != asker.AgentId && (await access.DecideApprovalAsync(other, rule, workNo, cancellationToken)).Allowed)
            {
                approvers.Add(other);
            }
        }

        return new Approvers(rule, approvers);
    }

    /// <summary>A press goes to the session of the inspector who asked, whoever presses: that session alone decides.</summary>
    private async Task<PressAnswer> PressAsync(Inspector presser, Guid operationId, bool confirm, string? reason, CancellationToken cancellationToken)
    {
        var owner = await OwnerAsync(presser, operationId, cancellationToken);
        return await sessions.CallAsync(owner, session => session.PressAsync(operationId, presser.AgentId, confirm, reason), cancellationToken);
    }

    /// <summary>An owner who is no inspector any more has no session: to whoever presses, the operation is then not known.</summary>
    private async Task<int> OwnerAsync(Inspector presser, Guid operationId, CancellationToken cancellationToken) =>
        await owners.FindAsync(operationId, cancellationToken) is { } agentId && (await directory.ReadAsync(cancellationToken)).IsInspector(agentId)
            ? agentId
            : presser.AgentId;

    /// <summary>What the roster knows of an agent; nothing, where it cannot be read soon enough: a name is no reason to keep an inspector waiting.</summary>
    private async Task<AgentView?> FindAgentAsync(Inspector inspector, int workNo, CancellationToken cancellationToken)
    {
        if (await rosters.FindAsync(inspector, cancellationToken) is not { } reader)
        {
            return null;
        }

        if (await reader.FindAsync(workNo) is { } known)
        {
            return known;
        }

        try
        {
            await rosters.ReadInTimeAsync(reader, inspector, cancellationToken);
            return await reader.FindAsync(workNo);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }
}
