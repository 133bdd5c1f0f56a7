using SupervisorBot.Storage.Writing;
using SupervisorBot.Supervision.Outbox;

namespace SupervisorBot.Storage.Outbox;

/// <summary>What a batch knows of messages that wait and of live messages that stand, and the rules by which a newer state takes an older one's place.</summary>
internal sealed class WaitingMessages
{
    private const string Columns = "id, key, rank, is_last, only_if_shown, version, thread, tenant";

    private static readonly Statement SelectByKey = new($"SELECT {Columns} FROM outbox WHERE key = ANY($1) ORDER BY id");
    private static readonly Statement SelectById = new($"SELECT {Columns} FROM outbox WHERE id = ANY($1)");
    private static readonly Statement SelectShown = new("SELECT key, address, activity_id, rank FROM shown_messages WHERE key = ANY($1)");

    private readonly HashSet<string> _keys = [];
    private readonly HashSet<long> _ids = [];
    private readonly Dictionary<long, WaitingMessage> _byId = [];
    private readonly Dictionary<string, List<WaitingMessage>> _byKey = [];
    private readonly Dictionary<string, ShownMessage> _shown = [];

    /// <summary>Messages will be added.</summary>
    public void WantFor(Batch batch, IReadOnlyList<OutboxEntry> entries)
    {
        foreach (var entry in entries)
        {
            batch.Lock("thread", entry.Thread);
            if (entry is { Kind: OutboxKind.Show, Key: { } key })
            {
                WantKey(batch, key);
            }
        }
    }

    public void WantKey(Batch batch, string key)
    {
        _keys.Add(key);
        batch.Lock("live message", key);
    }

    /// <summary>A message that was read will be changed.</summary>
    public void WantRow(Batch batch, OutboxRow row)
    {
        _ids.Add(row.Id);
        if (row.Entry.Key is { } key)
        {
            WantKey(batch, key);
        }
    }

    public WaitingMessage? Find(long id) => _byId.GetValueOrDefault(id) is { IsGone: false } message ? message : null;

    public ShownMessage? FindShown(string key) => _shown.GetValueOrDefault(key);

    public void SetShown(string key, ShownMessage? shown)
    {
        if (shown is null)
        {
            _shown.Remove(key);
        }
        else
        {
            _shown[key] = shown;
        }
    }

    /// <summary>Adds messages in their order.</summary>
    public void Add(Batch batch, IReadOnlyList<OutboxEntry> entries)
    {
        foreach (var entry in entries)
        {
            if (entry is { Kind: OutboxKind.Show, Key: { } key })
            {
                AddShow(batch, entry, key);
            }
            else
            {
                OutboxStatements.Insert(batch, entry);
            }
        }
    }

    public IEnumerable<Query> Queries()
    {
        // By key first, for the order within a key.
        if (_keys.Count > 0)
        {
            yield return new Query(SelectByKey, [_keys.ToArray()], row => Know(Read(row)));
            yield return new Query(
                SelectShown, [_keys.ToArray()], row => _shown[row.GetString(0)] = new ShownMessage(row.GetString(0), row.GetString(1), row.GetString(2), row.GetInt32(3)));
        }

        if (_ids.Count > 0)
        {
            yield return new Query(SelectById, [_ids.ToArray()], row => Know(Read(row)));
        }
    }

    private void AddShow(Batch batch, OutboxEntry entry, string key)
    {
        var all = _byKey.GetValueOrDefault(key)?.Where(message => !message.IsGone).ToList() ?? [];
        var waiting = all.LastOrDefault();
        if (waiting is { IsLast: true })
        {
            if (!entry.OnlyIfShown)
            {
                Append(batch, entry, key);
            }

            return;
        }

        // Behind a last state a new live message begins: what was shown until then does not count for it.
        var shown = all.Exists(message => message.IsLast) ? null : FindShown(key);
        if (waiting?.Rank > entry.Rank || shown?.Rank > entry.Rank)
        {
            return;
        }

        if (waiting is not null)
        {
            OutboxStatements.Replace(batch, waiting, entry);
        }
        else if (shown is not null || !entry.OnlyIfShown)
        {
            Append(batch, entry, key);
        }
    }

    private void Append(Batch batch, OutboxEntry entry, string key) => Know(new WaitingMessage
    {
        Id = 0,
        Thread = entry.Thread,
        Tenant = entry.Tenant,
        Key = key,
        Rank = entry.Rank,
        IsLast = entry.IsLast,
        OnlyIfShown = entry.OnlyIfShown,
        Version = 1,
        Insert = OutboxStatements.Insert(batch, entry),
    });

    private void Know(WaitingMessage message)
    {
        if (message.Id != 0 && !_byId.TryAdd(message.Id, message))
        {
            return;
        }

        if (message.Key is { } key)
        {
            if (!_byKey.TryGetValue(key, out var messages))
            {
                _byKey[key] = messages = [];
            }

            messages.Add(message);
        }
    }

    private static WaitingMessage Read(System.Data.Common.DbDataReader row) => new()
    {
        Id = row.GetInt64(0),
        Key = row.IsDBNull(1) ? null : row.GetString(1),
        Rank = row.GetInt32(2),
        IsLast = row.GetBoolean(3),
        OnlyIfShown = row.GetBoolean(4),
        Version = row.GetInt32(5),
        Thread = row.GetString(6),
        Tenant = row.GetString(7),
    };
}
