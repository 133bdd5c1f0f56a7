using SupervisorBot.Storage.Writing;
using SupervisorBot.Supervision.Outbox;

namespace SupervisorBot.Storage.Outbox;

/// <summary>Notes where a live message stands.</summary>
internal sealed class PutShownChange(ShownMessage shown) : Change<bool>
{
    public override string Line => shown.Key;

    public override void Prepare(Batch batch) => batch.Messages.WantKey(batch, shown.Key);

    protected override bool Decide(Batch batch)
    {
        OutboxStatements.PutShown(batch, shown);
        return true;
    }
}
