using SupervisorBot.Storage.Writing;
using SupervisorBot.Supervision.Outbox;

namespace SupervisorBot.Storage.Outbox;

/// <summary>Gives a lease back, where it still is the thread's.</summary>
internal sealed class ReleaseLeaseChange(ThreadLease lease) : Change<bool>
{
    public override string Line => lease.Thread;

    public override void Prepare(Batch batch) => batch.Leases.Want(batch, lease.Thread);

    protected override bool Decide(Batch batch)
    {
        if (!batch.Leases.IsCurrent(lease))
        {
            return false;
        }

        batch.Leases.Remove(batch, lease);
        return true;
    }
}
