using SupervisorBot.Storage.Writing;
using SupervisorBot.Supervision.Outbox;

namespace SupervisorBot.Storage.Outbox;

/// <summary>A message was sent.</summary>
internal sealed class SettleChange(OutboxRow row, ShownMessage? shown, ThreadLease lease) : LeasedChange(row, lease)
{
    protected override void Change(Batch batch, WaitingMessage? waiting)
    {
        if (waiting?.Version == Row.Version)
        {
            OutboxStatements.Delete(batch, waiting);
        }

        if (shown is null || IsTakenOver(batch))
        {
            return;
        }

        if (Row.Entry.IsLast)
        {
            OutboxStatements.RemoveShown(batch, shown.Key);
        }
        else
        {
            OutboxStatements.PutShown(batch, shown);
        }
    }

    /// <summary>Whether the key names another message since this one was read.</summary>
    private bool IsTakenOver(Batch batch) => batch.Messages.FindShown(shown!.Key)?.ActivityId != Row.Shown?.ActivityId;
}
