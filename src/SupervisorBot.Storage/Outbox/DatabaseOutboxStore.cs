using Microsoft.EntityFrameworkCore;
using SupervisorBot.Storage.Schema;
using SupervisorBot.Storage.Writing;
using SupervisorBot.Supervision.Outbox;

namespace SupervisorBot.Storage.Outbox;

/// <summary>The outbox in the database.</summary>
internal sealed class DatabaseOutboxStore(DatabaseReader reader, DatabaseWriter writer) : IOutboxStore
{
    public Task AddAsync(IReadOnlyList<OutboxEntry> entries, CancellationToken cancellationToken) =>
        entries.Count == 0 ? Task.CompletedTask : writer.WriteAsync(new AddMessagesChange(entries), cancellationToken);

    public Task<ThreadLease> LeaseAsync(string thread, string owner, TimeSpan length, CancellationToken cancellationToken) =>
        writer.WriteAsync(new LeaseChange(thread, owner, length), cancellationToken);

    public Task ReleaseAsync(ThreadLease lease, CancellationToken cancellationToken) => writer.WriteAsync(new ReleaseLeaseChange(lease), cancellationToken);

    public Task<IReadOnlyList<OutboxRow>> ReadAsync(string thread, int limit, CancellationToken cancellationToken) =>
        reader.ReadAsync<IReadOnlyList<OutboxRow>>(
            async (context, stop) =>
            {
                var rows = await Waiting(context, thread).Take(limit).ToListAsync(stop);
                return [.. rows.Select(row => Read(row.Message, row.Shown))];
            },
            cancellationToken);

    public Task<bool> SettleAsync(OutboxRow row, ShownMessage? shown, ThreadLease lease, CancellationToken cancellationToken) =>
        writer.WriteAsync(new SettleChange(row, shown, lease), cancellationToken);

    public Task<bool> DelayAsync(OutboxRow row, DateTimeOffset dueAt, bool unanswered, ThreadLease lease, CancellationToken cancellationToken) =>
        writer.WriteAsync(new DelayChange(row, dueAt, unanswered, lease), cancellationToken);

    public Task<bool> BuryAsync(OutboxRow row, string reason, ThreadLease lease, CancellationToken cancellationToken) =>
        writer.WriteAsync(new BuryChange(row, reason, lease), cancellationToken);

    public Task<IReadOnlyList<string>> FindDueAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken) =>
        reader.ReadAsync<IReadOnlyList<string>>(
            async (context, stop) => await context.Outbox
                .Where(row => row.Attempts == 0 || row.DueAt <= now)
                .GroupBy(row => row.Thread)
                .OrderBy(thread => thread.Min(row => row.Id))
                .Select(thread => thread.Key)
                .Take(limit)
                .ToListAsync(stop),
            cancellationToken);

    public Task<ShownMessage?> FindShownAsync(string key, CancellationToken cancellationToken) =>
        reader.ReadAsync(
            async (context, stop) => Read(await context.ShownMessages.AsNoTracking().FirstOrDefaultAsync(row => row.Key == key, stop)), cancellationToken);

    public Task PutShownAsync(ShownMessage shown, CancellationToken cancellationToken) => writer.WriteAsync(new PutShownChange(shown), cancellationToken);

    public Task RemoveShownAsync(string key, string activityId, CancellationToken cancellationToken) =>
        writer.WriteAsync(new RemoveShownChange(key, activityId), cancellationToken);

    /// <summary>New messages before edits of those that stand, each in the order of their ids.</summary>
    private static IQueryable<Found> Waiting(SupervisorDbContext context, string thread) =>
        from message in context.Outbox.AsNoTracking()
        where message.Thread == thread
        join live in context.ShownMessages on message.Key equals live.Key into standing
        from shown in standing.DefaultIfEmpty()
        orderby shown == null ? 0 : 1, message.Id
        select new Found(message, shown);

    private static OutboxRow Read(OutboxMessageRow row, ShownMessageRow? shown)
    {
        var entry = new OutboxEntry(row.Thread, row.Tenant, row.Kind, row.Message)
        {
            Key = row.Key,
            Rank = row.Rank,
            IsLast = row.IsLast,
            OnlyIfShown = row.OnlyIfShown,
        };
        return new OutboxRow(row.Id, row.Version, entry, row.Attempts, row.CreatedAt, row.DueAt) { Unanswered = row.Unanswered, Shown = Read(shown) };
    }

    private static ShownMessage? Read(ShownMessageRow? row) => row is null ? null : new ShownMessage(row.Key, row.Address, row.ActivityId, row.Rank);

    private sealed record Found(OutboxMessageRow Message, ShownMessageRow? Shown);
}
