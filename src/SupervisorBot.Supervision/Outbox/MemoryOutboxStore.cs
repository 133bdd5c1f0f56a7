using System.Globalization;
using Microsoft.Extensions.Options;

namespace SupervisorBot.Supervision.Outbox;

/// <summary>The outbox in the process's own memory: bounded, and gone with the process.</summary>
/// <param name="options">Its limits.</param>
/// <param name="time">The clock.</param>
public sealed class MemoryOutboxStore(IOptions<OutboxOptions> options, TimeProvider time) : IOutboxStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, ThreadMessages> _threads = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ThreadLease> _leases = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<OutboxRow>> _waitingShows = new(StringComparer.Ordinal);
    private readonly RecentItems<ShownMessage> _shown = new(options.Value.MemoryRemembered, options.Value.ShownMemory, time);
    private readonly RecentItems<DeadLetter> _dead = new(options.Value.MemoryRemembered, options.Value.DeadLetterMemory, time);
    private long _lastId;
    private int _waiting;

    /// <summary>How many messages wait.</summary>
    public int Waiting
    {
        get
        {
            lock (_lock)
            {
                return _waiting;
            }
        }
    }

    /// <summary>The messages that were given up, the oldest first.</summary>
    public IReadOnlyList<DeadLetter> DeadLetters
    {
        get
        {
            lock (_lock)
            {
                return [.. _dead.Values];
            }
        }
    }

    /// <inheritdoc/>
    public Task AddAsync(IReadOnlyList<OutboxEntry> entries, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entries);
        lock (_lock)
        {
            if (_waiting + entries.Count > options.Value.MemoryCapacity)
            {
                throw new OutboxFullException();
            }

            foreach (var entry in entries)
            {
                Add(entry);
            }
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<ThreadLease> LeaseAsync(string thread, string owner, TimeSpan length, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            // One that lasts longer than anybody takes one for is of a clock that was set back since.
            if (_leases.TryGetValue(thread, out var current) && current.Owner != owner && current.Until > now && current.Until <= now + length)
            {
                return Task.FromResult(current);
            }

            ForgetLeases(now);
            return Task.FromResult(_leases[thread] = new ThreadLease(thread, owner, now + length));
        }
    }

    /// <inheritdoc/>
    public Task ReleaseAsync(ThreadLease lease, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(lease);
        lock (_lock)
        {
            if (IsOwned(lease))
            {
                _leases.Remove(lease.Thread);
            }
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<OutboxRow>> ReadAsync(string thread, int limit, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult<IReadOnlyList<OutboxRow>>(!_threads.TryGetValue(thread, out var messages)
                ? []
                : [.. messages.Rows.Values.Select(WithShown).OrderBy(row => row.Shown is not null).ThenBy(row => row.Id).Take(limit)]);
        }
    }

    /// <inheritdoc/>
    public Task<bool> SettleAsync(OutboxRow row, ShownMessage? shown, ThreadLease lease, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(row);
        return Task.FromResult(UnderLease(lease, () =>
        {
            if (Find(row) is { } current && current.Version == row.Version)
            {
                Remove(current);
            }

            if (row.Entry.Key is { } key && shown is not null && FindShown(key)?.ActivityId == row.Shown?.ActivityId)
            {
                Note(key, shown, row.Entry.IsLast);
            }
        }));
    }

    /// <inheritdoc/>
    public Task<bool> DelayAsync(OutboxRow row, DateTimeOffset dueAt, bool unanswered, ThreadLease lease, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(row);
        return Task.FromResult(UnderLease(lease, () =>
        {
            if (Find(row) is { } current)
            {
                Replace(current, current with { Attempts = current.Attempts + 1, DueAt = dueAt, Unanswered = current.Unanswered + (unanswered ? 1 : 0) });
            }
        }));
    }

    /// <inheritdoc/>
    public Task<bool> BuryAsync(OutboxRow row, string reason, ThreadLease lease, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(row);
        return Task.FromResult(UnderLease(lease, () =>
        {
            if (Find(row) is { } current && current.Version == row.Version)
            {
                Remove(current);
                _dead.Put(current.Id.ToString(CultureInfo.InvariantCulture), new DeadLetter(current, reason, time.GetUtcNow()));
            }
        }));
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> FindDueAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult<IReadOnlyList<string>>(
                [.. _threads.Where(thread => thread.Value.Rows.Values.Any(row => row.Attempts == 0 || row.DueAt <= now)).Select(thread => thread.Key).Take(limit)]);
        }
    }

    /// <inheritdoc/>
    public Task<ShownMessage?> FindShownAsync(string key, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult(FindShown(key));
        }
    }

    /// <inheritdoc/>
    public Task PutShownAsync(ShownMessage shown, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(shown);
        lock (_lock)
        {
            _shown.Put(shown.Key, shown);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task RemoveShownAsync(string key, string activityId, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (FindShown(key)?.ActivityId == activityId)
            {
                _shown.Remove(key);
            }
        }

        return Task.CompletedTask;
    }

    private void Add(OutboxEntry entry)
    {
        if (entry.Kind == OutboxKind.Post || entry.Key is not { } key)
        {
            Append(entry);
            return;
        }

        var waiting = _waitingShows.TryGetValue(key, out var rows) ? rows[^1] : null;
        // Behind a last state a new live message begins: what was shown until then does not count for it.
        var isNew = waiting is { Entry.IsLast: true };
        var shown = rows?.Exists(row => row.Entry.IsLast) == true ? null : FindShown(key);
        var isOvertaken = (!isNew && waiting?.Entry.Rank > entry.Rank) || shown?.Rank > entry.Rank;
        if (isOvertaken || (entry.OnlyIfShown && shown is null && (isNew || waiting is null)))
        {
            return;
        }

        if (isNew || waiting is null)
        {
            Append(entry);
            return;
        }

        var merged = entry with
        {
            Thread = waiting.Entry.Thread,
            Tenant = waiting.Entry.Tenant,
            OnlyIfShown = entry.OnlyIfShown && waiting.Entry.OnlyIfShown,
        };
        Replace(waiting, waiting with { Entry = merged, Version = waiting.Version + 1, CreatedAt = time.GetUtcNow() });
    }

    private void Append(OutboxEntry entry)
    {
        var now = time.GetUtcNow();
        var row = new OutboxRow(++_lastId, 1, entry, 0, now, now);
        if (!_threads.TryGetValue(entry.Thread, out var messages))
        {
            _threads[entry.Thread] = messages = new ThreadMessages();
        }

        messages.Rows.Add(row.Id, row);
        _waiting++;
        if (entry is { Kind: OutboxKind.Show, Key: { } key })
        {
            if (!_waitingShows.TryGetValue(key, out var rows))
            {
                _waitingShows[key] = rows = [];
            }

            rows.Add(row);
        }
    }

    private void Replace(OutboxRow current, OutboxRow next)
    {
        _threads[current.Entry.Thread].Rows[current.Id] = next;
        if (current.Entry is { Kind: OutboxKind.Show, Key: { } key })
        {
            var rows = _waitingShows[key];
            rows[rows.FindIndex(row => row.Id == current.Id)] = next;
        }
    }

    private void Remove(OutboxRow row)
    {
        var messages = _threads[row.Entry.Thread];
        messages.Rows.Remove(row.Id);
        _waiting--;
        if (messages.Rows.Count == 0)
        {
            _threads.Remove(row.Entry.Thread);
        }

        if (row.Entry is { Kind: OutboxKind.Show, Key: { } key })
        {
            var rows = _waitingShows[key];
            rows.RemoveAll(other => other.Id == row.Id);
            if (rows.Count == 0)
            {
                _waitingShows.Remove(key);
            }
        }
    }

    private void Note(string key, ShownMessage shown, bool isLast)
    {
        if (isLast)
        {
            _shown.Remove(key);
        }
        else
        {
            _shown.Put(key, shown);
        }
    }

    private bool UnderLease(ThreadLease lease, Action change)
    {
        lock (_lock)
        {
            if (!IsOwned(lease))
            {
                return false;
            }

            change();
            return true;
        }
    }

    // Whether its time is over is the sender's to watch: nobody else took the thread, so nothing was sent twice.
    private bool IsOwned(ThreadLease lease) => _leases.TryGetValue(lease.Thread, out var current) && current.Owner == lease.Owner;

    private OutboxRow? Find(OutboxRow row) => _threads.TryGetValue(row.Entry.Thread, out var messages) ? messages.Rows.GetValueOrDefault(row.Id) : null;

    private OutboxRow WithShown(OutboxRow row) => row.Entry.Key is { } key ? row with { Shown = FindShown(key) } : row;

    private ShownMessage? FindShown(string key) => _shown.TryGet(key, out var shown) ? shown : null;

    private void ForgetLeases(DateTimeOffset now)
    {
        if (_leases.Count > options.Value.MemoryRemembered)
        {
            foreach (var over in _leases.Values.Where(lease => lease.Until <= now).ToList())
            {
                _leases.Remove(over.Thread);
            }
        }
    }

    private sealed class ThreadMessages
    {
        public SortedList<long, OutboxRow> Rows { get; } = [];
    }
}
