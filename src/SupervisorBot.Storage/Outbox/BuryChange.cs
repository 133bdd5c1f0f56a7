using SupervisorBot.Storage.Writing;
using SupervisorBot.Supervision.Outbox;

namespace SupervisorBot.Storage.Outbox;

/// <summary>A message is given up.</summary>
internal sealed class BuryChange(OutboxRow row, string reason, ThreadLease lease) : LeasedChange(row, lease)
{
    protected override void Change(Batch batch, WaitingMessage? waiting)
    {
        if (waiting?.Version == Row.Version)
        {
            OutboxStatements.Delete(batch, waiting);
            OutboxStatements.Bury(batch, Row, reason);
        }
    }
}
