using SupervisorBot.Storage.Schema;
using SupervisorBot.Storage.Writing;
using SupervisorBot.Supervision.Outbox;

namespace SupervisorBot.Storage.Outbox;

/// <summary>What a batch knows of leases.</summary>
internal sealed class ThreadLeases
{
    private static readonly Statement Select = new("SELECT thread, owner, until FROM outbox_leases WHERE thread = ANY($1)");

    private static readonly Statement Upsert = new("""
        INSERT INTO outbox_leases (thread, owner, until) VALUES ($1, $2, $3)
        ON CONFLICT (thread) DO UPDATE SET owner = excluded.owner, until = excluded.until
        """);

    private static readonly Statement Delete = new("DELETE FROM outbox_leases WHERE thread = $1 AND owner = $2");

    private readonly HashSet<string> _threads = [];
    private readonly Dictionary<string, ThreadLease> _leases = [];

    public void Want(Batch batch, string thread)
    {
        _threads.Add(thread);
        batch.Lock("thread", thread);
    }

    public ThreadLease? Find(string thread) => _leases.GetValueOrDefault(thread);

    /// <summary>Whether it is still the thread's: one whose time is over counts on for as long as nobody else took the thread, for what it sent was sent.</summary>
    public bool IsCurrent(ThreadLease lease) => Find(lease.Thread)?.Owner == lease.Owner;

    public void Put(Batch batch, ThreadLease lease)
    {
        _leases[lease.Thread] = lease;
        batch.WriteOne(Upsert, lease.Thread, lease.Owner, lease.Until);
    }

    public void Remove(Batch batch, ThreadLease lease)
    {
        _leases.Remove(lease.Thread);
        batch.WriteOne(Delete, lease.Thread, lease.Owner);
    }

    public IEnumerable<Query> Queries()
    {
        if (_threads.Count > 0)
        {
            yield return new Query(
                Select, [_threads.ToArray()], row => _leases[row.GetString(0)] = new ThreadLease(row.GetString(0), row.GetString(1), row.GetTime(2)));
        }
    }
}
