using SupervisorBot.Storage.Writing;
using SupervisorBot.Supervision.Outbox;

namespace SupervisorBot.Storage.Outbox;

/// <summary>Takes or prolongs a thread's lease; the answer is the thread's lease.</summary>
internal sealed class LeaseChange(string thread, string owner, TimeSpan length) : Change<ThreadLease>
{
    public override string Line => thread;

    public override void Prepare(Batch batch) => batch.Leases.Want(batch, thread);

    protected override ThreadLease Decide(Batch batch)
    {
        // One that lasts longer than anybody takes one for is of a clock that was set back since.
        if (batch.Leases.Find(thread) is { } held && held.Owner != owner && batch.SharedNow < held.Until && held.Until <= batch.SharedNow + length)
        {
            return held;
        }

        var lease = new ThreadLease(thread, owner, batch.SharedNow + length);
        batch.Leases.Put(batch, lease);
        return lease;
    }
}
