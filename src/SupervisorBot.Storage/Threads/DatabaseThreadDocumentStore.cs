using Microsoft.EntityFrameworkCore;
using SupervisorBot.Chat.State;
using SupervisorBot.Storage.Schema;
using SupervisorBot.Storage.Writing;
using SupervisorBot.Supervision.Outbox;

namespace SupervisorBot.Storage.Threads;

/// <summary>What lasts in threads, in the database.</summary>
internal sealed class DatabaseThreadDocumentStore(DatabaseReader reader, DatabaseWriter writer) : IThreadDocumentStore
{
    public Task<ThreadDocument?> FindAsync(string kind, string thread, CancellationToken cancellationToken) => reader.ReadAsync(
        async (context, stop) => await context.ThreadDocuments.AsNoTracking().FirstOrDefaultAsync(row => row.Kind == kind && row.Thread == thread, stop) is { } row
            ? Read(row)
            : null,
        cancellationToken);

    public Task<IReadOnlyList<ThreadDocument>> FindLiveAsync(string kind, CancellationToken cancellationToken) => reader.ReadAsync<IReadOnlyList<ThreadDocument>>(
        async (context, stop) =>
        {
            var rows = await context.ThreadDocuments.AsNoTracking().Where(row => row.Kind == kind && row.IsLive).OrderBy(row => row.Thread).ToListAsync(stop);
            return [.. rows.Select(Read)];
        },
        cancellationToken);

    public Task<bool> PutAsync(ThreadDocument document, CancellationToken cancellationToken) =>
        writer.WriteAsync(new PutThreadDocumentChange(document), cancellationToken);

    public Task<bool> TellOnceAsync(IReadOnlyList<string> names, OutboxEntry message, CancellationToken cancellationToken) =>
        writer.WriteAsync(new TellOnceChange(names, message), cancellationToken);

    private static ThreadDocument Read(ThreadDocumentRow row) => new(row.Kind, row.Thread, row.Version, row.Document, row.IsLive);
}
