namespace SupervisorBot.Supervision.Audit;

/// <summary>An audit that lives as long as the process: the latest entries, and no protection.</summary>
/// <param name="time">The clock.</param>
public sealed class MemoryAuditTrail(TimeProvider time) : IAuditTrail, IAuditReader
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
