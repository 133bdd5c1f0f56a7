using SupervisorBot.Supervision.History;

namespace SupervisorBot.Supervision.Audit;

/// <summary>An audit that lives as long as the process: the latest entries, and no protection.</summary>
/// <param name="time">The clock.</param>
public sealed class MemoryAuditTrail(TimeProvider time) : IAuditTrail, IAuditReader, IHistoryReader
{
    /// <summary>How many entries are kept.</summary>
    public const int Capacity = 10_000;

    private readonly Lock _lock = new();
    private readonly Queue<AuditRecord> _records = new();
    private long _last;

    /// <inheritdoc/>
    public Task AppendAsync(IReadOnlyList<AuditEntry> entries, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entries);
        cancellationToken.ThrowIfCancellationRequested();
        Append(entries);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<AuditRecord>> ReadAsync(long after, int limit, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult<IReadOnlyList<AuditRecord>>([.. _records.Where(record => record.Sequence > after).Take(limit)]);
        }
    }

    /// <inheritdoc/>
    public Task<HistoryReading> ReadAsync(HistoryFilter filter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        lock (_lock)
        {
            var within = _records.Where(record => HistoryActs.Has(record.Entry) && record.At >= filter.From && record.At < filter.To).ToList();
            var found = within
                .Where(record => (filter.AgentId is not { } inspector || record.Entry.Actor.AgentId == inspector)
                    && (filter.WorkNumbers is not { } agents || (record.Entry.WorkNo is { } agent && agents.Contains(agent))))
                .OrderByDescending(record => record.At).ThenByDescending(record => record.Sequence).Take(filter.Limit + 1).ToList();
            var kept = found.Take(filter.Limit).ToList();
            var operations = filter.AgentId is null ? [] : kept.Select(record => record.Entry.OperationId).OfType<Guid>().ToHashSet();
            var said = within.Where(record => record.Entry.OperationId is { } id && operations.Contains(id)
                && record.Entry.Stage is AuditStage.Approved or AuditStage.Declined);
            return Task.FromResult(new HistoryReading([.. kept.Union(said).OrderBy(record => record.Sequence)], found.Count > filter.Limit));
        }
    }

    internal void Append(IReadOnlyList<AuditEntry> entries)
    {
        lock (_lock)
        {
            foreach (var entry in entries)
            {
                _records.Enqueue(new AuditRecord(++_last, AuditTime.Of(entry.At ?? time.GetUtcNow()), entry with { At = null }));
                if (_records.Count > Capacity)
                {
                    _records.Dequeue();
                }
            }
        }
    }
}
