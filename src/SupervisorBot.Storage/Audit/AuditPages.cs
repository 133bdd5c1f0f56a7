using Microsoft.EntityFrameworkCore;
using SupervisorBot.Storage.Schema;

namespace SupervisorBot.Storage.Audit;

/// <summary>Reads the audit a page at a time, each over a read of its own: neither the bot nor the database's own cleaning is held up, however long it takes.</summary>
internal sealed class AuditPages(IDbContextFactory<SupervisorDbContext> contexts)
{
    private const int Size = 500;

    /// <summary>The rows after a number, the first page of them.</summary>
    public async Task<IReadOnlyList<AuditRow>> ReadAsync(long after, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = context.Audit.AsNoTracking().Where(row => row.Sequence > after).OrderBy(row => row.Sequence).Take(Size).AsAsyncEnumerable();
        List<AuditRow> page = [];
        try
        {
            await foreach (var row in rows.WithCancellation(cancellationToken))
            {
                page.Add(row);
            }
        }
        catch (Exception exception) when (exception is FormatException or InvalidCastException or OverflowException)
        {
            // A row of which not even the columns can be read any more.
            var last = page.Count == 0 ? after : page[^1].Sequence;
            page.Add(Unreadable(await context.Audit.Where(row => row.Sequence > last).OrderBy(row => row.Sequence).Select(row => row.Sequence).FirstAsync(cancellationToken)));
        }

        return page;
    }

    /// <summary>The first row after a number; null where there is none.</summary>
    public async Task<AuditRow?> FindNextAsync(long after, CancellationToken cancellationToken) =>
        await ReadAsync(after, cancellationToken) is [var next, ..] ? next : null;

    /// <summary>All rows after a number.</summary>
    public async IAsyncEnumerable<AuditRow> ReadAllAsync(long after, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (await ReadAsync(after, cancellationToken) is { Count: > 0 } page)
        {
            foreach (var row in page)
            {
                yield return row;
            }

            after = page[^1].Sequence;
        }
    }

    /// <summary>A mark; null where it is not there.</summary>
    public async Task<SealedMark?> FindMarkAsync(string name, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        try
        {
            return await context.AuditMarks.AsNoTracking().FirstOrDefaultAsync(row => row.Name == name, cancellationToken) is { } mark ? SealedMark.Of(mark) : null;
        }
        catch (Exception exception) when (exception is FormatException or InvalidCastException or OverflowException)
        {
            return new SealedMark(new AuditMark(name, 0, default, []), "", []);
        }
    }

    private static AuditRow Unreadable(long sequence) => new() { Sequence = sequence, At = default, Document = "", KeyId = "", Hmac = [] };
}
