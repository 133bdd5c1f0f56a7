using SupervisorBot.Gateway.Agents;
using SupervisorBot.Gateway.Results;
using SupervisorBot.Gateway.Sessions;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.Forcing;
using SupervisorBot.Supervision.Sessions.Machine;

namespace SupervisorBot.Supervision.Sessions;

/// <summary>Carries out what is asked against an agent, and reads what it came to: no event tells the inspector.</summary>
internal sealed class AgentActs(ForceOptions options)
{
    public async Task<SessionInput> ForceAsync(GatewaySession gateway, ForceAgent force, CancellationToken cancellationToken)
    {
        var failure = (await (force.State switch
        {
            ForcedState.Idle => gateway.ForceIdleAsync(force.WorkNo, cancellationToken),
            ForcedState.Busy => gateway.ForceBusyAsync(force.WorkNo, cancellationToken),
            ForcedState.Rest => gateway.ForceRestAsync(force.WorkNo, force.RestFor, options.RestCause, cancellationToken),
            _ => gateway.ForceAgentSignOutAsync(force.WorkNo, cancellationToken),
        })).Failure;
        if (failure is not (null or Unknown))
        {
            return new AgentActed(force.Token, failure);
        }

        var now = (await gateway.GetAgentAsync(force.WorkNo, cancellationToken)).ValueOrDefault;
        return new AgentActed(force.Token, failure, State: now?.State, IsSo: now is null ? null : IsSo(now.State, force.State));
    }

    /// <summary>The call has to be one of the agent's just before: it is by the agent that the inspector's right was judged.</summary>
    public static async Task<SessionInput> DropAsync(GatewaySession gateway, DropAgentsCall drop, CancellationToken cancellationToken)
    {
        var before = await gateway.GetCallIdsAsync(drop.WorkNo, cancellationToken);
        if (!before.TryGet(out var callIds, out var notRead))
        {
            // Nothing was sent, whatever kept the reading from being answered.
            return new AgentActed(drop.Token, null, notRead is Refused ? SessionTurn.ProblemOf(notRead) : new Problem(ProblemKind.Unreachable));
        }

        if (!callIds.Contains(drop.CallId))
        {
            return new AgentActed(drop.Token, null, new Problem(ProblemKind.CallEnded));
        }

        var failure = (await gateway.ForceDropCallAsync(drop.CallId, cancellationToken)).Failure;
        if (failure is not Unknown)
        {
            return new AgentActed(drop.Token, failure);
        }

        var after = await gateway.GetCallIdsAsync(drop.WorkNo, cancellationToken);
        return new AgentActed(drop.Token, failure, IsSo: after.IsSuccess ? !after.Value.Contains(drop.CallId) : null);
    }

    private static bool IsSo(AgentState now, ForcedState wanted) => wanted switch
    {
        ForcedState.Idle => now == AgentState.Idle,
        ForcedState.Busy => now == AgentState.Busy,
        ForcedState.Rest => now is AgentState.Resting or AgentState.PreRest,
        _ => now == AgentState.SignedOut,
    };
}
