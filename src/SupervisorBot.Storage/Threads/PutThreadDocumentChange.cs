using SupervisorBot.Chat.State;
using SupervisorBot.Storage.Writing;

namespace SupervisorBot.Storage.Threads;

/// <summary>Stores what lasts in a thread; false where somebody else has since it was read.</summary>
internal sealed class PutThreadDocumentChange(ThreadDocument document) : Change<bool>
{
    private static readonly Statement Upsert = new("""
        INSERT INTO thread_documents (kind, thread, version, document, is_live, at) VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (kind, thread) DO UPDATE SET version = excluded.version, document = excluded.document, is_live = excluded.is_live, at = excluded.at
        """);

    public override string Line => document.Thread;

    public override void Prepare(Batch batch) => batch.Threads.WantDocument(batch, document.Kind, document.Thread);

    protected override bool Decide(Batch batch)
    {
        if (!batch.Threads.TryRaise(document.Kind, document.Thread, document.Version))
        {
            return false;
        }

        batch.WriteOne(Upsert, document.Kind, document.Thread, document.Version, document.Document, document.IsLive, batch.Now);
        return true;
    }
}
