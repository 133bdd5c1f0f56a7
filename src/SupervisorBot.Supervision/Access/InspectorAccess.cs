using Microsoft.Extensions.Logging;
using SupervisorBot.Supervision.Agents;
using SupervisorBot.Supervision.Inspectors;
using SupervisorBot.Supervision.Sessions;
using SupervisorBot.Supervision.Sessions.Stored;

namespace SupervisorBot.Supervision.Access;

/// <summary>Decides by the directory, and by the gateway's roster where an agent's group counts.</summary>
internal sealed class InspectorAccess(InspectorDirectory directory, RosterReaders rosters, ILogger<InspectorAccess> logger) : IAccess
{
    /// <inheritdoc/>
    public ValueTask<AccessDecision> DecideAsync(Inspector inspector, Permission permission, int? workNo, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(inspector);
        return DecideAsync(inspector, (Permission?)permission, workNo, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<AccessDecision> DecideAsync(Inspector inspector, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(inspector);
        return DecideAsync(inspector, null, null, cancellationToken);
    }

    private async ValueTask<AccessDecision> DecideAsync(Inspector inspector, Permission? permission, int? workNo, CancellationToken cancellationToken)
    {
        try
        {
            var snapshot = await directory.ReadAsync(cancellationToken);
            if (snapshot.Find(inspector) is not { } profile)
            {
                return AccessDecision.No(AccessRefusal.NotListed);
            }

            if (permission is { } needed && !profile.May(needed))
            {
                return AccessDecision.No(AccessRefusal.NotPermitted);
            }

            return workNo is { } agent ? await DecideAgentAsync(inspector, snapshot.ScopeOf(profile), agent, cancellationToken) : AccessDecision.Yes;
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // Whatever kept the question from being answered: nothing is permitted on a guess.
            Log.AccessNotKnown(logger, StoreUnavailableException.Unforeseen(exception), inspector.AgentId);
            return AccessDecision.No(AccessRefusal.NotKnown);
        }
    }

    private async ValueTask<AccessDecision> DecideAgentAsync(Inspector inspector, TeamScope scope, int workNo, CancellationToken cancellationToken)
    {
        if (scope.Holds(workNo))
        {
            return AccessDecision.Yes;
        }

        if (!scope.HasGroups)
        {
            return AccessDecision.No(AccessRefusal.OtherTeam);
        }

        if (await rosters.FindAsync(inspector, cancellationToken) is not { } roster)
        {
            return AccessDecision.No(AccessRefusal.NotSignedIn);
        }

        var read = await rosters.ReadInTimeAsync(roster, inspector, cancellationToken);
        if (read.Refusal is not null || read.Problem is not null)
        {
            return AccessDecision.No(AccessRefusal.NotKnown);
        }

        return read.Agents.Any(agent => agent.WorkNo == workNo && scope.Holds(workNo, agent.Group))
            ? AccessDecision.Yes
            : AccessDecision.No(AccessRefusal.OtherTeam);
    }
}
