using System.Collections.Concurrent;
using SupervisorBot.Supervision.Agents;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.Inspectors;
using SupervisorBot.Supervision.Interception;
using SupervisorBot.Supervision.Monitoring;
using SupervisorBot.Supervision.Notices;
using SupervisorBot.Supervision.Sessions;
using SupervisorBot.Supervision.SigningIn;
using SupervisorBot.Supervision.Talk;

namespace SupervisorBot.Chat.Tests.Bench;

/// <summary>Supervision as a script: it answers what a test put in, and keeps what it was asked.</summary>
internal sealed class FakeDesk(TimeProvider time) : ISupervisionDesk
{
    public static Inspector Olga { get; } = new(Person.Olga.EntraObjectId, 2001, "Olga Petrova", "+4915112345678");

    public static Inspector Boris { get; } = new(Person.Boris.EntraObjectId, 2002, "Boris Chen", "+4915187654321");

    public ConcurrentQueue<SupervisionRequest> Asked { get; } = new();

    /// <summary>The codes that were typed.</summary>
    public ConcurrentQueue<TypedCode> Codes { get; } = new();

    public CodeAnswer CodeAnswer { get; set; } = new(CodeResult.NotAwaited);

    public ConcurrentDictionary<Guid, InterceptionView> Interceptions { get; } = new();

    public ConcurrentQueue<InterceptionProposal> Proposals { get; } = new();

    public int Starts { get; private set; }

    public Receipt Receipt { get; set; } = new();

    public ProposalAnswer? ProposalRefused { get; set; }

    /// <summary>What the session refuses presses with.</summary>
    public Refusal? PressRefused { get; set; }

    public IReadOnlyList<AgentView> Agents { get; set; } = [];

    public Dictionary<int, IReadOnlyList<CallView>> Calls { get; } = [];

    public Refusal? ReadingRefused { get; set; }

    public Problem? ReadingProblem { get; set; }

    public MonitoringView? Monitoring { get; set; }

    public TalkView? Talk { get; set; }

    public SessionStatus Status { get; set; } = SessionStatus.SignedIn;

    /// <summary>Readings wait for this.</summary>
    public Task ReadingGate { get; set; } = Task.CompletedTask;

    public Action? OnAsk { get; set; }

    /// <summary>Tells what the session stores together with an answer: the first state of a monitoring, what a press did.</summary>
    public Func<SupervisionNotice, Task> Told { get; set; } = _ => Task.CompletedTask;

    public Task<SessionView> GetSessionAsync(Inspector inspector, CancellationToken cancellationToken) => Task.FromResult(new SessionView(
        inspector, Status, time.GetUtcNow().AddMinutes(-30), Monitoring, Talk, null, null, time.GetUtcNow()));

    public async Task<RosterView> GetRosterAsync(Inspector inspector, CancellationToken cancellationToken)
    {
        await ReadingGate.WaitAsync(cancellationToken);
        return new RosterView(ReadingRefused is null ? Agents : [], time.GetUtcNow(), ReadingRefused, ReadingProblem);
    }

    /// <summary>The only team there is.</summary>
    public string? Team { get; set; }

    public async Task<RosterView> GetLiveRosterAsync(Inspector inspector, string? team, CancellationToken cancellationToken)
    {
        var roster = await GetRosterAsync(inspector, cancellationToken);
        return team is not null && team == Team ? roster with { Agents = [.. roster.Agents.Where(agent => agent.Group == Team)], Team = Team } : roster;
    }

    public async Task<CallsView> GetCallsAsync(Inspector inspector, int workNo, CancellationToken cancellationToken)
    {
        await ReadingGate.WaitAsync(cancellationToken);
        var agent = Agents.FirstOrDefault(agent => agent.WorkNo == workNo);
        return new CallsView(workNo, agent, Calls.GetValueOrDefault(workNo, []), time.GetUtcNow(), ReadingRefused, ReadingProblem);
    }

    public async Task<Receipt> AskAsync(Inspector inspector, SupervisionRequest request, CancellationToken cancellationToken)
    {
        var isRepeated = Asked.Any(asked => asked.RequestId == request.RequestId);
        Asked.Enqueue(request);
        if (request is MonitorRequested monitor && Receipt.Accepted && !isRepeated)
        {
            var view = new MonitoringView(monitor.WorkNo, "", monitor.Mode, MonitoringPhase.Requested, time.GetUtcNow());
            await Told(new MonitoringNotice(inspector, request.Origin, time.GetUtcNow(), view));
        }

        OnAsk?.Invoke();
        return Receipt with { Repeated = isRepeated };
    }

    public Task<CodeAnswer> EnterCodeAsync(Inspector inspector, TypedCode code, CancellationToken cancellationToken)
    {
        Codes.Enqueue(code);
        return Task.FromResult(CodeAnswer);
    }

    public Task<ProposalAnswer> ProposeAsync(Inspector inspector, InterceptionProposal proposal, CancellationToken cancellationToken)
    {
        Proposals.Enqueue(proposal);
        if (ProposalRefused is { } refused)
        {
            return Task.FromResult(refused);
        }

        var call = Calls.GetValueOrDefault(proposal.WorkNo, []).FirstOrDefault(call => call.CallId == proposal.CallId);
        var view = Interceptions.GetOrAdd(proposal.OperationId, id => new InterceptionView
        {
            OperationId = id,
            Inspector = inspector,
            WorkNo = proposal.WorkNo,
            AgentName = Agents.FirstOrDefault(agent => agent.WorkNo == proposal.WorkNo)?.Name ?? "",
            CallId = proposal.CallId,
            Customer = call?.Customer ?? MaskedNumber.Of("+4930555561234"),
            Direction = CallDirection.Inbound,
            CallAnsweredAt = call?.AnsweredAt,
            Origin = proposal.Origin,
            Step = InterceptionStep.Proposed,
            ProposedAt = time.GetUtcNow(),
            ExpiresAt = time.GetUtcNow().AddSeconds(60),
            Approval = Approvers.Rule,
            Approvers = [.. proposal.Approvers],
            ReasonRule = Reason,
            Reasons = [.. Reasons],
        });
        return Task.FromResult(new ProposalAnswer(view));
    }

    public Approvers Approvers { get; set; } = Approvers.NotNeeded;

    public ReasonRule Reason { get; set; }

    public IReadOnlyList<string> Reasons { get; set; } = [];

    public Task<Approvers> FindApproversAsync(Inspector asker, int workNo, CancellationToken cancellationToken) => Task.FromResult(Approvers);

    public Task<PressAnswer> ConfirmAsync(Inspector presser, Guid operationId, string? reason, CancellationToken cancellationToken) =>
        Interceptions.TryGetValue(operationId, out var known) && !InterceptionPolicy.TryReadReason(known, reason, out reason)
            ? Task.FromResult(new PressAnswer(PressResult.ReasonMissing, known))
            : PressAsync(presser, operationId, view =>
            {
                var isBegun = view.Approval == ApprovalRule.None;
                Starts += isBegun ? 1 : 0;
                return view with
                {
                    Step = isBegun ? InterceptionStep.Claiming : InterceptionStep.AwaitingApproval,
                    PressedAt = time.GetUtcNow(),
                    Reason = reason,
                };
            });

    public async Task<PressAnswer> ApproveAsync(Inspector presser, Guid operationId, bool approve, CancellationToken cancellationToken)
    {
        if (!Interceptions.TryGetValue(operationId, out var view))
        {
            return new PressAnswer(PressResult.NotKnown, null);
        }

        if (view.Inspector == presser || !Approvers.Inspectors.Contains(presser))
        {
            return new PressAnswer(view.Inspector == presser ? PressResult.NotByAsker : PressResult.MayNotApprove, view);
        }

        if (view.Step != InterceptionStep.AwaitingApproval)
        {
            return new PressAnswer(PressResult.AlreadyDecided, view);
        }

        var now = time.GetUtcNow();
        Starts += approve ? 1 : 0;
        view = Interceptions[operationId] = view with
        {
            Answer = new ApprovalAnswer(presser.EntraObjectId, presser.AgentId, presser.DisplayName, approve, now),
            Step = approve ? InterceptionStep.Claiming : InterceptionStep.Decided,
            Outcome = approve ? null : InterceptionOutcome.Declined,
            DecidedAt = approve ? null : now,
        };
        await Told(new InterceptionNotice(view.Inspector, view.Origin, now, view));
        return new PressAnswer(PressResult.TookEffect, view);
    }

    public Task<PressAnswer> CancelAsync(Inspector presser, Guid operationId, CancellationToken cancellationToken) =>
        PressAsync(presser, operationId, view => view with
        {
            Step = InterceptionStep.Decided,
            Outcome = InterceptionOutcome.Cancelled,
            PressedAt = time.GetUtcNow(),
            DecidedAt = time.GetUtcNow(),
        });

    private async Task<PressAnswer> PressAsync(Inspector presser, Guid operationId, Func<InterceptionView, InterceptionView> act)
    {
        var answer = Press(presser, operationId, act);
        if (answer is { Result: PressResult.TookEffect, Interception: { } view })
        {
            await Told(new InterceptionNotice(view.Inspector, view.Origin, time.GetUtcNow(), view));
        }

        return answer;
    }

    private PressAnswer Press(Inspector presser, Guid operationId, Func<InterceptionView, InterceptionView> act)
    {
        if (!Interceptions.TryGetValue(operationId, out var view))
        {
            return new PressAnswer(PressResult.NotKnown, null);
        }

        if (PressRefused is { } refusal)
        {
            return new PressAnswer(PressResult.Refused, view, refusal);
        }

        if (view.Inspector != presser)
        {
            return new PressAnswer(PressResult.NotYours, view);
        }

        if (view.Step != InterceptionStep.Proposed)
        {
            return new PressAnswer(PressResult.AlreadyDecided, view);
        }

        return new PressAnswer(PressResult.TookEffect, Interceptions[operationId] = act(view));
    }
}
