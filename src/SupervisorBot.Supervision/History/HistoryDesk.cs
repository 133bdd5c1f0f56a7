using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SupervisorBot.Supervision.Access;
using SupervisorBot.Supervision.Agents;
using SupervisorBot.Supervision.Audit;
using SupervisorBot.Supervision.Inspectors;
using SupervisorBot.Supervision.Sessions.Stored;

namespace SupervisorBot.Supervision.History;

/// <summary>Asks the directory what somebody may know, and the audit for it.</summary>
internal sealed class HistoryDesk(
    IHistoryReader reader,
    IAuditTrail trail,
    InspectorDirectory directory,
    RosterReaders rosters,
    IOptions<HistoryOptions> options,
    TimeProvider time,
    ILogger<HistoryDesk> logger) : IHistoryDesk
{
    /// <inheritdoc/>
    public async Task<HistoryAnswer> ReadAsync(Inspector asker, AuditActor actor, HistoryQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(asker);
        ArgumentNullException.ThrowIfNull(query);
        using var limit = new CancellationTokenSource(options.Value.ReadTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await ReadInTimeAsync(asker, actor, query, either.Token);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // Whatever kept it from being read or from being written down who reads it: nothing is told on a guess.
            Log.AccessNotKnown(logger, StoreUnavailableException.Unforeseen(exception), asker.AgentId);
            return HistoryAnswer.No(AccessRefusal.NotKnown);
        }
    }

    private async Task<HistoryAnswer> ReadInTimeAsync(Inspector asker, AuditActor actor, HistoryQuery query, CancellationToken cancellationToken)
    {
        var snapshot = await directory.ReadAsync(cancellationToken);
        if (snapshot.Find(asker) is not { } profile)
        {
            return HistoryAnswer.No(AccessRefusal.NotListed);
        }

        if (!profile.May(Permission.History))
        {
            return HistoryAnswer.No(AccessRefusal.NotPermitted);
        }

        var (numbers, refusal) = await NumbersOfAsync(asker, snapshot.ScopeOf(profile), cancellationToken);
        if (refusal is { } why)
        {
            return HistoryAnswer.No(why);
        }

        if (query.WorkNo is { } agent)
        {
            if (numbers?.Contains(agent) == false)
            {
                return HistoryAnswer.No(AccessRefusal.OtherTeam);
            }

            numbers = [agent];
        }

        await WriteDownAsync(actor, query, cancellationToken);
        return await FindAsync(asker, query, numbers, cancellationToken);
    }

    private async Task<HistoryAnswer> FindAsync(Inspector asker, HistoryQuery query, HashSet<int>? numbers, CancellationToken cancellationToken)
    {
        var isOwn = query.Who == HistoryWho.Me;
        var most = query.IsExport ? options.Value.ExportEntryLimit : options.Value.EntryLimit;
        var read = await reader.ReadAsync(new HistoryFilter(query.From, query.To, isOwn ? asker.AgentId : null, numbers, most), cancellationToken);
        // Whoever had the agent id before is another person.
        var lines = HistoryFold.Of(read.Records)
            .Where(line => !isOwn || (line.AgentId == asker.AgentId && string.Equals(line.ObjectId, asker.EntraObjectId, StringComparison.OrdinalIgnoreCase)));
        return new HistoryAnswer([.. lines], read.IsCut);
    }

    /// <summary>The agents of the asker's teams; null for everyone.</summary>
    private async Task<(HashSet<int>? Numbers, AccessRefusal? Refusal)> NumbersOfAsync(Inspector asker, TeamScope scope, CancellationToken cancellationToken)
    {
        if (scope.IsEveryone)
        {
            return (null, null);
        }

        HashSet<int> numbers = [.. scope.WorkNumbers];
        if (!scope.HasGroups)
        {
            return (numbers, null);
        }

        if (await rosters.FindAsync(asker, cancellationToken) is not { } roster)
        {
            return (null, AccessRefusal.NotSignedIn);
        }

        var read = await rosters.ReadInTimeAsync(roster, asker, cancellationToken);
        if (read.Refusal is not null || read.Problem is not null)
        {
            return (null, AccessRefusal.NotKnown);
        }

        numbers.UnionWith(read.Agents.Where(agent => scope.Holds(agent.WorkNo, agent.Group)).Select(agent => agent.WorkNo));
        return (numbers, null);
    }

    private Task WriteDownAsync(AuditActor actor, HistoryQuery query, CancellationToken cancellationToken)
    {
        if (query is { Who: HistoryWho.Me, IsExport: false })
        {
            return Task.CompletedTask;
        }

        var entry = new AuditEntry
        {
            Act = query.IsExport ? AuditAct.Export : AuditAct.History,
            Stage = AuditStage.Asked,
            Actor = actor,
            At = time.GetUtcNow(),
            WorkNo = query.WorkNo,
            Detail = query.Who.ToString(),
        };
        return trail.AppendAsync([entry], cancellationToken);
    }
}
