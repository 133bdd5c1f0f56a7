using SupervisorBot.Storage.Writing;

namespace SupervisorBot.Storage.Outbox;

/// <summary>Forgets where a live message stands, where it still is that message.</summary>
internal sealed class RemoveShownChange(string key, string activityId) : Change<bool>
{
    public override string Line => key;

    public override void Prepare(Batch batch) => batch.Messages.WantKey(batch, key);

    protected override bool Decide(Batch batch)
    {
        if (batch.Messages.FindShown(key)?.ActivityId != activityId)
        {
            return false;
        }

        OutboxStatements.RemoveShown(batch, key);
        return true;
    }
}
