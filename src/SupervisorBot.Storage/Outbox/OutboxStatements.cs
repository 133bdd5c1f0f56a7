using SupervisorBot.Storage.Writing;
using SupervisorBot.Supervision.Outbox;

namespace SupervisorBot.Storage.Outbox;

/// <summary>The statements that change the outbox.</summary>
internal static class OutboxStatements
{
    private static readonly Statement InsertMessage = new("""
        INSERT INTO outbox (thread, tenant, kind, key, rank, is_last, only_if_shown, message, version, attempts, unanswered, created_at, due_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0, 0, $10, $10)
        """);

    private static readonly Statement ReplaceMessage = new("""
        UPDATE outbox SET rank = $3, is_last = $4, only_if_shown = $5, message = $6, version = $2 + 1, created_at = $7
        WHERE id = $1 AND version = $2
        """);

    private static readonly Statement DeleteMessage = new("DELETE FROM outbox WHERE id = $1 AND version = $2");

    private static readonly Statement DelayMessage = new(
        "UPDATE outbox SET attempts = attempts + 1, unanswered = unanswered + $2, due_at = $3 WHERE id = $1");

    private static readonly Statement InsertDeadLetter = new("""
        INSERT INTO dead_letters (id, thread, tenant, kind, key, message, attempts, reason, created_at, buried_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (id) DO NOTHING
        """);

    private static readonly Statement UpsertShown = new("""
        INSERT INTO shown_messages (key, address, activity_id, rank, at) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (key) DO UPDATE SET address = excluded.address, activity_id = excluded.activity_id, rank = excluded.rank, at = excluded.at
        """);

    private static readonly Statement DeleteShown = new("DELETE FROM shown_messages WHERE key = $1");

    public static Write Insert(Batch batch, OutboxEntry entry) => batch.WriteOne(InsertMessage, InsertValues(batch, entry, version: 1));

    /// <summary>A newer state takes the place of one that waits; the failures of that, and the wait after them, stay.</summary>
    public static void Replace(Batch batch, WaitingMessage waiting, OutboxEntry entry)
    {
        // It waits where the other waited, and what was to be sent in any case still is.
        entry = entry with { Thread = waiting.Thread, Tenant = waiting.Tenant, OnlyIfShown = waiting.OnlyIfShown && entry.OnlyIfShown };
        if (waiting.Insert is { } insert)
        {
            InsertValues(batch, entry, waiting.Version + 1).CopyTo(insert.Values, 0);
        }
        else
        {
            batch.WriteOne(
                ReplaceMessage, waiting.Id, waiting.Version, entry.Rank, entry.IsLast, entry.OnlyIfShown, entry.Message, batch.Now);
        }

        (waiting.Rank, waiting.IsLast, waiting.OnlyIfShown, waiting.Version) = (entry.Rank, entry.IsLast, entry.OnlyIfShown, waiting.Version + 1);
    }

    public static void Delete(Batch batch, WaitingMessage waiting)
    {
        waiting.IsGone = true;
        batch.WriteOne(DeleteMessage, waiting.Id, waiting.Version);
    }

    public static void Delay(Batch batch, long id, bool unanswered, DateTimeOffset dueAt) =>
        batch.WriteOne(DelayMessage, id, unanswered ? 1 : 0, dueAt);

    public static void Bury(Batch batch, OutboxRow row, string reason) => batch.WriteOne(
        InsertDeadLetter,
        row.Id,
        row.Entry.Thread,
        row.Entry.Tenant,
        row.Entry.Kind.ToString(),
        row.Entry.Key,
        row.Entry.Message,
        row.Attempts,
        reason,
        row.CreatedAt,
        batch.Now);

    public static void PutShown(Batch batch, ShownMessage shown)
    {
        batch.Messages.SetShown(shown.Key, shown);
        batch.WriteOne(UpsertShown, shown.Key, shown.Address, shown.ActivityId, shown.Rank, batch.Now);
    }

    public static void RemoveShown(Batch batch, string key)
    {
        batch.Messages.SetShown(key, null);
        batch.Write(DeleteShown, key);
    }

    private static object?[] InsertValues(Batch batch, OutboxEntry entry, int version) =>
    [
        entry.Thread,
        entry.Tenant,
        entry.Kind.ToString(),
        entry.Kind == OutboxKind.Show ? entry.Key : null,
        entry.Rank,
        entry.IsLast,
        entry.OnlyIfShown,
        entry.Message,
        version,
        batch.Now,
    ];
}
