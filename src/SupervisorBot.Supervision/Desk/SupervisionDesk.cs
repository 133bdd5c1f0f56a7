using Microsoft.Extensions.Options;
using SupervisorBot.Supervision.Agents;
using SupervisorBot.Supervision.Inspectors;
using SupervisorBot.Supervision.Interception;
using SupervisorBot.Supervision.Sessions;

namespace SupervisorBot.Supervision.Desk;

/// <summary>Hands what a conversation asks to the grains that know.</summary>
internal sealed class SupervisionDesk(
    InspectorDirectory directory, OperationOwners owners, SessionCalls sessions, IGrainFactory grains, IOptions<RosterOptions> roster, TimeProvider time) : ISupervisionDesk
{
    private const string UnnamedVcc = "default";

    public Inspector? FindInspector(string? entraObjectId) => directory.Find(entraObjectId);

    public Task<SessionView> GetSessionAsync(Inspector inspector, CancellationToken cancellationToken) =>
        sessions.CallAsync(inspector.AgentId, session => session.GetViewAsync(), cancellationToken);

    public async Task<RosterView> GetRosterAsync(Inspector inspector, CancellationToken cancellationToken)
    {
        var session = await GetSessionAsync(inspector, cancellationToken);
        if (session.Status != SessionStatus.SignedIn)
        {
            return new RosterView([], time.GetUtcNow(), Refusal.NotSignedIn);
        }

        var read = await ReaderOf(session).ReadAsync(inspector.AgentId).WaitAsync(cancellationToken);
        var agents = read.Agents
            .Where(agent => agent.WorkNo != inspector.AgentId)
            .Select(agent => agent with
            {
                MonitoredByAsker = session.Monitoring?.WorkNo == agent.WorkNo,
                IsInspector = directory.IsInspector(agent.WorkNo),
            })
            .OrderByDescending(agent => agent.MonitoredByAsker)
            .ThenByDescending(agent => agent.IsTalking)
            .ThenBy(agent => agent.WorkNo);
        return read with { Agents = [.. agents] };
    }

    public async Task<CallsView> GetCallsAsync(Inspector inspector, int workNo, CancellationToken cancellationToken)
    {
        var calls = await sessions.CallAsync(inspector.AgentId, session => session.ReadCallsAsync(workNo), cancellationToken);
        return calls.Refusal is null ? calls with { Agent = await FindAgentAsync(inspector, workNo, cancellationToken) } : calls;
    }

    public async Task<Receipt> AskAsync(Inspector inspector, SupervisionRequest request, CancellationToken cancellationToken)
    {
        var name = request is MonitorRequested monitor ? (await FindAgentAsync(inspector, monitor.WorkNo, cancellationToken))?.Name : null;
        return await sessions.CallAsync(inspector.AgentId, session => session.AskAsync(request, name ?? ""), cancellationToken);
    }

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

    public Task<PressAnswer> ConfirmAsync(Inspector presser, Guid operationId, CancellationToken cancellationToken) =>
        PressAsync(presser, operationId, confirm: true, cancellationToken);

    public Task<PressAnswer> CancelAsync(Inspector presser, Guid operationId, CancellationToken cancellationToken) =>
        PressAsync(presser, operationId, confirm: false, cancellationToken);

    /// <summary>A press goes to the session of the inspector who asked, whoever presses: that session alone decides.</summary>
    private async Task<PressAnswer> PressAsync(Inspector presser, Guid operationId, bool confirm, CancellationToken cancellationToken)
    {
        var known = await owners.FindAsync(operationId, cancellationToken);
        // An owner who is no inspector any more has no session: to whoever presses, the operation is then not known.
        var owner = known is { } agentId && directory.IsInspector(agentId) ? agentId : presser.AgentId;
        return await sessions.CallAsync(owner, session => session.PressAsync(operationId, presser.AgentId, confirm), cancellationToken);
    }

    private IRosterReader ReaderOf(SessionView session) => grains.GetGrain<IRosterReader>(session.Vcc ?? UnnamedVcc);

    /// <summary>What the roster knows of an agent; nothing, where it cannot be read soon enough: a name is no reason to keep an inspector waiting.</summary>
    private async Task<AgentView?> FindAgentAsync(Inspector inspector, int workNo, CancellationToken cancellationToken)
    {
        var session = await GetSessionAsync(inspector, cancellationToken);
        if (session.Status != SessionStatus.SignedIn)
        {
            return null;
        }

        var reader = ReaderOf(session);
        if (await reader.FindAsync(workNo) is { } known)
        {
            return known;
        }

        try
        {
            await reader.ReadAsync(inspector.AgentId).WaitAsync(roster.Value.NameTimeout, time, cancellationToken);
            return await reader.FindAsync(workNo);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }
}
