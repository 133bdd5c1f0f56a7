using SupervisorBot.Chat.Agents;
using SupervisorBot.Chat.Places;
using SupervisorBot.Chat.Replies;
using SupervisorBot.Chat.Sessions;
using SupervisorBot.Chat.Texts;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.Interception;
using SupervisorBot.Supervision.Monitoring;

namespace SupervisorBot.Chat.Interception;

/// <summary>
/// The way to a confirmation: choose an agent, choose a call. The whole dialog is one message and one operation id, which its buttons carry,
/// so nothing has to be kept between its steps, and a step that is delivered twice leads to the same interception. Only the asker sees it; once it is
/// confirmed, everybody does.
/// </summary>
internal sealed class InterceptionDialog(ISupervisionDesk desk, ApproverChats approvers)
{
    public async Task<DialogStep> ChooseAgentAsync(ChatTurn turn, Guid operationId, int page, CancellationToken cancellationToken)
    {
        var roster = await desk.GetRosterAsync(turn.Inspector, cancellationToken);
        if (roster.Refusal is { } refusal)
        {
            return Stopped(turn, operationId, null, null, RefusalTexts.Of(refusal, null), refusal);
        }

        if (roster is { Problem: { } problem, Agents.Count: 0 })
        {
            return Stopped(turn, operationId, null, null, ProblemTexts.Both(problem));
        }

        return new DialogStep.Shown(InterceptionCards.ChooseAgent(roster, turn.Profile, operationId, page, turn.Clock));
    }

    public async Task<DialogStep> ChooseCallAsync(ChatTurn turn, Guid operationId, int workNo, CancellationToken cancellationToken)
    {
        var calls = await desk.GetCallsAsync(turn.Inspector, workNo, cancellationToken);
        if (calls.Refusal is { } refusal)
        {
            return Stopped(turn, operationId, workNo, calls.Agent?.Name, RefusalTexts.Of(refusal, null), refusal);
        }

        return calls switch
        {
            { Problem: { } problem } => Stopped(turn, operationId, workNo, calls.Agent?.Name, ProblemTexts.Both(problem)),
            { Calls: [] } => Stopped(turn, operationId, workNo, calls.Agent?.Name, AgentTexts.NoCalls),
            { Calls: [var only] } => await ConfirmAsync(turn, operationId, workNo, only.CallId, cancellationToken),
            _ => new DialogStep.Shown(CallCards.Choose(calls, turn.Profile, operationId, turn.Clock)),
        };
    }

    public async Task<DialogStep> ConfirmAsync(ChatTurn turn, Guid operationId, int workNo, string callId, CancellationToken cancellationToken)
    {
        var asked = await desk.FindApproversAsync(turn.Inspector, workNo, cancellationToken);
        var places = await approvers.FindAsync(asked.Inspectors, turn.Conversation.TenantId, cancellationToken);
        if (asked.Rule != ApprovalRule.None && places.Count == 0 && turn.ToldIn.IsPersonal)
        {
            // In a shared chat those who may approve can press where it was asked.
            return Stopped(turn, operationId, workNo, null, ApprovalTexts.NobodyToAsk(asked.Rule));
        }

        var origin = turn.Place(PlacePurpose.Interception).ToOrigin();
        var proposal = new InterceptionProposal(operationId, workNo, callId, origin) { Approvers = places };
        var answer = await desk.ProposeAsync(turn.Inspector, proposal, cancellationToken);
        if (answer.Interception is not { } view)
        {
            return Stopped(turn, operationId, workNo, null, InterceptionTexts.NotProposed(answer), answer.Refusal);
        }

        var session = await desk.GetSessionAsync(turn.Inspector, cancellationToken);
        var isMonitoring = session.Monitoring is { Phase: MonitoringPhase.Active } monitoring && monitoring.WorkNo == view.WorkNo;
        return new DialogStep.Shown(InterceptionCards.Of(view, turn.Profile.Permissions, turn.Clock, isMonitoring), view);
    }

    private static DialogStep.Stopped Stopped(
        ChatTurn turn, Guid operationId, int? workNo, string? agentName, string why, Refusal? refusal = null) => new(
        why,
        refusal,
        refusal == Refusal.NotSignedIn
            ? SessionCards.SignInOffer(turn.Inspector)
            : InterceptionCards.NotPossible(turn.Profile, operationId, workNo, agentName, why));
}
