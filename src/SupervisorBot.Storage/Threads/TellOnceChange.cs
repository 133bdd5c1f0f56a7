using SupervisorBot.Storage.Writing;
using SupervisorBot.Supervision.Outbox;

namespace SupervisorBot.Storage.Threads;

/// <summary>Stores a message and that what it tells was told; neither where it was told before.</summary>
internal sealed class TellOnceChange(IReadOnlyList<string> names, OutboxEntry message) : Change<bool>
{
    private static readonly Statement Insert = new("INSERT INTO told_occurrences (thread, name, at) VALUES ($1, $2, $3)");

    public override string Line => message.Thread;

    public override void Prepare(Batch batch)
    {
        batch.Threads.WantOccurrences(batch, message.Thread, names);
        batch.Messages.WantFor(batch, [message]);
    }

    protected override bool Decide(Batch batch)
    {
        if (!batch.Threads.TryTell(message.Thread, names))
        {
            return false;
        }

        batch.WriteOne(Insert, message.Thread, names[0], batch.Now);
        batch.Messages.Add(batch, [message]);
        return true;
    }
}
