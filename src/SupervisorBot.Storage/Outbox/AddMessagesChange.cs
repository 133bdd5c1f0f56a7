using SupervisorBot.Storage.Writing;
using SupervisorBot.Supervision.Outbox;

namespace SupervisorBot.Storage.Outbox;

/// <summary>Adds messages that tell of nothing stored.</summary>
internal sealed class AddMessagesChange(IReadOnlyList<OutboxEntry> entries) : Change<bool>
{
    public override string Line => entries[0].Thread;

    public override void Prepare(Batch batch) => batch.Messages.WantFor(batch, entries);

    protected override bool Decide(Batch batch)
    {
        batch.Messages.Add(batch, entries);
        return true;
    }
}
