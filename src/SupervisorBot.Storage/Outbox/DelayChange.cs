using SupervisorBot.Storage.Writing;
using SupervisorBot.Supervision.Outbox;

namespace SupervisorBot.Storage.Outbox;

/// <summary>A sending failed and is tried again later.</summary>
internal sealed class DelayChange(OutboxRow row, DateTimeOffset dueAt, bool unanswered, ThreadLease lease) : LeasedChange(row, lease)
{
    protected override void Change(Batch batch, WaitingMessage? waiting)
    {
        if (waiting is not null)
        {
            OutboxStatements.Delay(batch, Row.Id, unanswered, dueAt);
        }
    }
}
