using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SupervisorBot.Supervision.Agents;
using SupervisorBot.Supervision.Inspectors;
using SupervisorBot.Supervision.Sessions.Stored;

namespace SupervisorBot.Supervision.Interception;

/// <summary>What the interception of an agent's call needs, by the settings, which nobody changes from a chat.</summary>
internal sealed class InterceptionPolicies(
    IOptions<InterceptionOptions> options,
    IOptions<DirectoryOptions> configured,
    InspectorDirectory directory,
    RosterReaders rosters,
    ILogger<InterceptionPolicies> logger)
{
    private readonly IReadOnlyList<(string Team, ApprovalRule Approval)> _teams =
        [.. configured.Value.AgentTeams.Where(team => team.Approval is not null).Select(team => (team.Name.Trim(), team.Approval!.Value))];

    /// <summary>The policy for one agent. Of several teams that an agent is in, or may be in where that cannot be found out, the strictest counts.</summary>
    public async Task<InterceptionPolicy> FindAsync(Inspector asker, int workNo, CancellationToken cancellationToken)
    {
        var settings = options.Value;
        return new InterceptionPolicy(await FindApprovalAsync(asker, workNo, cancellationToken), settings.Reason, settings.Reasons);
    }

    private async Task<ApprovalRule> FindApprovalAsync(Inspector asker, int workNo, CancellationToken cancellationToken)
    {
        if (_teams.Count == 0)
        {
            return options.Value.Approval;
        }

        var snapshot = await directory.ReadAsync(cancellationToken);
        List<ApprovalRule> sure = [];
        List<(TeamScope Scope, ApprovalRule Approval)> byGroup = [];
        foreach (var (team, approval) in _teams)
        {
            if (snapshot.FindTeam(team) is not { } scope)
            {
                continue;
            }

            if (scope.Holds(workNo))
            {
                sure.Add(approval);
            }
            else if (scope.HasGroups)
            {
                byGroup.Add((scope, approval));
            }
        }

        if (byGroup.Count > 0)
        {
            if (await FindGroupAsync(asker, workNo, cancellationToken) is { } group)
            {
                sure.AddRange(byGroup.Where(team => team.Scope.Holds(workNo, group)).Select(team => team.Approval));
            }
            else
            {
                sure.AddRange(byGroup.Select(team => team.Approval).Append(options.Value.Approval));
            }
        }

        return sure.Count > 0 ? sure.Max() : options.Value.Approval;
    }

    /// <summary>The gateway's group of an agent; null where it cannot be read.</summary>
    private async Task<string?> FindGroupAsync(Inspector asker, int workNo, CancellationToken cancellationToken)
    {
        try
        {
            if (await rosters.FindAsync(asker, cancellationToken) is not { } reader)
            {
                return null;
            }

            var read = await rosters.ReadInTimeAsync(reader, asker, cancellationToken);
            return read is { Refusal: null, Problem: null } ? read.Agents.FirstOrDefault(agent => agent.WorkNo == workNo)?.Group : null;
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            Log.GroupNotKnown(logger, StoreUnavailableException.Unforeseen(exception), asker.AgentId);
            return null;
        }
    }
}
