using SupervisorBot.Storage.Writing;
using SupervisorBot.Supervision.Outbox;

namespace SupervisorBot.Storage.Outbox;

/// <summary>A change of a message by its thread's sender: false, and nothing changes, where another one has the thread.</summary>
internal abstract class LeasedChange(OutboxRow row, ThreadLease lease) : Change<bool>
{
    public sealed override string Line => lease.Thread;

    protected OutboxRow Row => row;

    public sealed override void Prepare(Batch batch)
    {
        batch.Leases.Want(batch, lease.Thread);
        batch.Messages.WantRow(batch, row);
    }

    protected sealed override bool Decide(Batch batch)
    {
        if (!batch.Leases.IsCurrent(lease))
        {
            return false;
        }

        Change(batch, batch.Messages.Find(row.Id));
        return true;
    }

    /// <summary>Changes the message.</summary>
    /// <param name="batch">Where to write.</param>
    /// <param name="waiting">The message as it waits now, perhaps in a newer version; null where it does not wait any more.</param>
    protected abstract void Change(Batch batch, WaitingMessage? waiting);
}
