using Orleans.Runtime;
using SupervisorBot.Gateway.Agents;
using SupervisorBot.Gateway.Calls;
using SupervisorBot.Gateway.Sessions;
using SupervisorBot.Supervision.Access;
using SupervisorBot.Supervision.Agents;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.Forcing;
using SupervisorBot.Supervision.Inspectors;
using SupervisorBot.Supervision.Interception;
using SupervisorBot.Supervision.Sessions.Events;
using SupervisorBot.Supervision.Sessions.Machine;
using SupervisorBot.Supervision.SigningIn;

namespace SupervisorBot.Supervision.Sessions;

/// <summary>Keeps one inspector's session alive and hands requests to its mailbox.</summary>
[CollectionAgeLimit(AlwaysActive = true)]
internal sealed class InspectorSessionGrain(InspectorDirectory directory, AccessAudit audit, InterceptionPolicies policies, SessionServices services, LocalSessions sessions, ILocalSiloDetails silo)
    : Grain, IInspectorSession
{
    private InspectorSession? _session;

    private InspectorSession Session => _session ?? throw new SessionMovedException();

    /// <summary>Why nothing can be read at the gateway.</summary>
    private Refusal NotSignedIn => Session.State.Status == SessionStatus.AwaitingCode ? Refusal.AwaitingCode : Refusal.NotSignedIn;

    private int AgentId => (int)this.GetPrimaryKeyLong();

    /// <inheritdoc/>
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        var account = await directory.AccountOfAsync(AgentId, cancellationToken);
        var opened = await services.Store.OpenAsync(AgentId, silo.SiloAddress.ToParsableString(), cancellationToken);
        _session = new InspectorSession(account, services, opened);
        sessions.Add(_session);
        _ = DeactivateWhenOverAsync(_session);
        try
        {
            await _session.StartAsync();
        }
        catch
        {
            await StopAsync(botStops: false, cancellationToken);
            throw;
        }
    }

    /// <inheritdoc/>
    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) =>
        StopAsync(botStops: reason.ReasonCode == DeactivationReasonCode.ShuttingDown, cancellationToken);

    private async Task StopAsync(bool botStops, CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _session, null) is { } session)
        {
            await session.StopAsync(botStops, cancellationToken);
            sessions.Remove(session);
        }
    }

    /// <summary>The session itself, and the node's keeper, say when it has ended here; nothing else collects it.</summary>
    private async Task DeactivateWhenOverAsync(InspectorSession session)
    {
        await session.Over;
        DeactivateOnIdle();
    }

    /// <inheritdoc/>
    public Task WakeAsync() => Task.CompletedTask;

    /// <inheritdoc/>
    public Task<SessionView> GetViewAsync()
    {
        var state = Session.State;
        var active = state.Active is { } id ? state.Interceptions.GetValueOrDefault(id)?.View : null;
        return Task.FromResult(new SessionView(
            state.Inspector, state.Status, state.SignedInAt, state.Monitoring?.View, state.Talk?.View, active, Session.Vcc, state.LastHeard));
    }

    /// <inheritdoc/>
    public async Task<Receipt> AskAsync(SupervisionRequest request, string agentName)
    {
        var (permission, workNo) = Needed(request);
        return await WhyNotAsync(permission, workNo, request.Origin, null) is { } refusal
            ? new Receipt(refusal, workNo)
            : await Session.AskAsync<Receipt>(new Asked(request, agentName, directory.PasswordOf(Session.State.Inspector) is not null));
    }

    /// <inheritdoc/>
    public async Task<ProposalAnswer> ProposeAsync(InterceptionProposal proposal, string agentName)
    {
        if (await WhyNotAsync(Permission.Intercept, proposal.WorkNo, proposal.Origin, proposal.OperationId) is { } refusal)
        {
            return new ProposalAnswer(null, refusal, WorkNo: proposal.WorkNo);
        }

        CallInfo? call = null;
        Problem? problem = null;
        if (Session.Gateway is { } gateway && Session.State.IsSignedIn)
        {
            (call, problem) = await FindCallAsync(gateway, proposal);
        }

        var policy = await policies.FindAsync(Session.State.Inspector, proposal.WorkNo, CancellationToken.None);
        return await Session.AskAsync<ProposalAnswer>(new Proposed(proposal, agentName, call, problem) { Policy = policy });
    }

    /// <inheritdoc/>
    public async Task<PressAnswer> PressAsync(Guid operationId, int presserAgentId, bool confirm, string? reason)
    {
        // Whatever else there is to say of the press, the session says.
        var isDecisive = confirm && presserAgentId == AgentId;
        return isDecisive && Session.State.Interceptions.GetValueOrDefault(operationId)?.View is { Step: InterceptionStep.Proposed } view
            && await WhyNotAsync(Permission.Intercept, view.WorkNo, view.Origin, operationId) is { } refusal
                ? new PressAnswer(PressResult.Refused, view, refusal)
                : await Session.AskAsync<PressAnswer>(new Pressed(operationId, presserAgentId, confirm) { Reason = reason });
    }

    /// <inheritdoc/>
    public async Task<PressAnswer> ApproveAsync(Guid operationId, Inspector approver, bool approve)
    {
        var mayApprove = Session.State.Interceptions.GetValueOrDefault(operationId)?.View is { Approval: not ApprovalRule.None } view
            && (await services.Access.DecideApprovalAsync(approver, view.Approval, view.WorkNo, CancellationToken.None)).Allowed;
        return await Session.AskAsync<PressAnswer>(new ApprovalPressed(operationId, approver, mayApprove, approve));
    }

    /// <inheritdoc/>
    public async Task<SignInForm?> FindSignInLinkAsync(string linkHash)
    {
        var state = Session.State;
        var isOpen = state is { Status: SessionStatus.SignedOut, Page: { } page } && page.IsOpenedBy(linkHash, services.Time.GetUtcNow());
        return isOpen && await IsListedAsync()
            ? new SignInForm(state.Inspector.DisplayName, state.Inspector.AgentId, state.DirectoryPhone, state.Page!.Locale)
            : null;
    }

    /// <inheritdoc/>
    public async Task<PageAnswer> SubmitSignInAsync(PageSubmission submission) =>
        await IsListedAsync() ? await Session.SubmitAsync(submission) : new PageAnswer(PageResult.NoLink);

    /// <inheritdoc/>
    public Task<CodeAnswer> EnterCodeAsync(TypedCode code) => Session.AskAsync<CodeAnswer>(new CodeTyped(code));

    /// <inheritdoc/>
    public Task<PushAnswer> PushAsync(string pathPart, string? serviceToken, byte[] body, string? charset) =>
        Task.FromResult(Session.Take(pathPart, serviceToken, body, charset));

    /// <inheritdoc/>
    public async Task<RosterView> ReadRosterAsync()
    {
        var now = services.Time.GetUtcNow();
        if (Session.Gateway is not { } gateway || !Session.State.IsSignedIn)
        {
            return new RosterView([], now, NotSignedIn);
        }

        var result = await gateway.GetRosterAsync(directory.Latest.TeamWorkNumbers, CancellationToken.None);
        now = services.Time.GetUtcNow();
        return result.TryGet(out var read, out var failure)
            ? new RosterView([.. read.Agents.Select(agent => ToView(agent, now))], now)
            : new RosterView([], now, Problem: SessionTurn.ProblemOf(failure));
    }

    /// <inheritdoc/>
    public async Task<CallsView> ReadCallsAsync(int workNo)
    {
        var now = services.Time.GetUtcNow();
        if (Session.Gateway is not { } gateway || !Session.State.IsSignedIn)
        {
            return new CallsView(workNo, null, [], now, NotSignedIn);
        }

        var ids = await gateway.GetCallIdsAsync(workNo, CancellationToken.None);
        if (!ids.TryGet(out var callIds, out var failure))
        {
            return new CallsView(workNo, null, [], now, Problem: SessionTurn.ProblemOf(failure));
        }

        var infos = await Task.WhenAll(callIds.Select(id => gateway.GetCallInfoAsync(id, CancellationToken.None)));
        var calls = callIds.Zip(infos, (id, info) => ToView(id, info.ValueOrDefault)).OrderBy(c => c.AnsweredAt ?? DateTimeOffset.MaxValue);
        return new CallsView(workNo, null, [.. calls], services.Time.GetUtcNow());
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<AgentCallsReading>> ReadAgentCallsAsync(IReadOnlyList<int> workNos, IReadOnlyList<string> knownCalls)
    {
        if (Session.Gateway is not { } gateway || !Session.State.IsSignedIn)
        {
            return [];
        }

        var known = knownCalls.ToHashSet(StringComparer.Ordinal);
        var readings = new AgentCallsReading?[workNos.Count];
        await Parallel.ForEachAsync(
            workNos.Index(),
            new ParallelOptions { MaxDegreeOfParallelism = services.Gateway.RosterConcurrency },
            async (agent, _) => readings[agent.Index] = await ReadAgentCallsAsync(gateway, agent.Item, known));
        return [.. readings.OfType<AgentCallsReading>()];
    }

    /// <summary>The calls of one agent; null where they cannot be read. Where the gateway does not tell what is on hold, nothing is.</summary>
    private static async Task<AgentCallsReading?> ReadAgentCallsAsync(GatewaySession gateway, int workNo, HashSet<string> known)
    {
        var ids = await gateway.GetCallIdsAsync(workNo, CancellationToken.None);
        if (!ids.TryGet(out var callIds, out _))
        {
            return null;
        }

        IReadOnlyList<string> held = callIds.Count == 0 ? [] : (await gateway.GetHeldCallIdsAsync(workNo, CancellationToken.None)).ValueOrDefault ?? [];
        List<AgentCallState> calls = [];
        foreach (var id in callIds)
        {
            var answeredAt = known.Contains(id) ? null : (await gateway.GetCallInfoAsync(id, CancellationToken.None)).ValueOrDefault?.AnsweredAt;
            calls.Add(new AgentCallState(id, answeredAt, held.Contains(id)));
        }

        return new AgentCallsReading(workNo, calls);
    }

    /// <summary>Why the inspector may not do it, as things are now; null where they may.</summary>
    /// <exception cref="SessionMovedException">The inspector's phone or name has changed and nothing goes on: the session begins anew with what it is now.</exception>
    private async Task<Refusal?> WhyNotAsync(Permission? permission, int? workNo, RequestOrigin origin, Guid? operationId)
    {
        var inspector = Session.State.Inspector;
        var decision = permission is { } needed
            ? await services.Access.DecideAsync(inspector, needed, workNo, CancellationToken.None)
            : await services.Access.DecideAsync(inspector, CancellationToken.None);
        if (directory.Latest.Find(AgentId) is { } listed && listed.Inspector != inspector && !Session.IsNeeded)
        {
            Session.LetGo();
            throw new SessionMovedException();
        }

        if (decision.Refusal is not { } refusal)
        {
            return null;
        }

        await audit.RefusedAsync(inspector, services.Origins.Read(origin), permission, workNo, operationId, refusal);
        return AccessRefusals.AsRefusal(refusal);
    }

    /// <summary>Whether whoever the session is of is an inspector still: a link of somebody who is not opens nothing.</summary>
    private async Task<bool> IsListedAsync() => (await services.Access.DecideAsync(Session.State.Inspector, CancellationToken.None)).Allowed;

    /// <summary>What a request takes, and whom it concerns.</summary>
    private (Permission? Permission, int? WorkNo) Needed(SupervisionRequest request) => request switch
    {
        MonitorRequested monitor => (Permissions.Of(monitor.Mode), monitor.WorkNo),
        SwitchRequested change => (Permissions.Of(change.Mode), Session.State.Monitoring?.View.WorkNo),
        ForceRequested force => (Permission.Force, force.WorkNo),
        DropRequested drop => (Permission.Force, drop.WorkNo),
        _ => (null, null),
    };

    private static AgentView ToView(RosterAgent agent, DateTimeOffset now) => new(
        agent.WorkNo, agent.Name, agent.GroupName ?? "", agent.State, agent.IsTalking, now - agent.TimeInState);

    private CallView ToView(string callId, CallInfo? info) => new(
        callId, services.Limits.Mask(info?.CustomerNumber), Directions.Of(info?.Feature ?? CallFeature.Unknown), info?.AnsweredAt);

    /// <summary>What the gateway tells of the proposed call; a call that is not the agent's any more cannot be proposed.</summary>
    private static async Task<(CallInfo? Call, Problem? Problem)> FindCallAsync(GatewaySession gateway, InterceptionProposal proposal)
    {
        var ids = await gateway.GetCallIdsAsync(proposal.WorkNo, CancellationToken.None);
        if (!ids.TryGet(out var callIds, out var failure))
        {
            return (null, SessionTurn.ProblemOf(failure));
        }

        if (!callIds.Contains(proposal.CallId))
        {
            return (null, new Problem(ProblemKind.CallEnded));
        }

        return ((await gateway.GetCallInfoAsync(proposal.CallId, CancellationToken.None)).ValueOrDefault, null);
    }
}
