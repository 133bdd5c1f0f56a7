using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SupervisorBot.Storage.Audit;
using SupervisorBot.Storage.Schema;
using SupervisorBot.Storage.Writing;
using SupervisorBot.Supervision.Audit;
using SupervisorBot.Supervision.History;

namespace SupervisorBot.Storage.History;

/// <summary>Finds entries by the table <c>history</c>, every search over an index and no further than its limit, and reads them from the audit.</summary>
internal sealed class DatabaseHistoryReader(DatabaseReader reader) : IHistoryReader
{
    // So many operations are named in one question at most.
    private const int Portion = 500;

    public Task<HistoryReading> ReadAsync(HistoryFilter filter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return reader.ReadAsync((context, stop) => ReadAsync(context, filter, stop), cancellationToken);
    }

    private static async Task<HistoryReading> ReadAsync(SupervisorDbContext context, HistoryFilter filter, CancellationToken cancellationToken)
    {
        var newest = Matching(context, filter).OrderByDescending(row => row.At).ThenByDescending(row => row.Sequence).Take(filter.Limit + 1);
        var found = await Entries(context, newest).ToListAsync(cancellationToken);
        var isCut = found.Count > filter.Limit;
        if (isCut)
        {
            found.Remove(found.MinBy(row => (row.At, row.Sequence))!);
        }

        List<AuditRecord> records = [.. found.Select(Read).OfType<AuditRecord>()];
        if (filter.AgentId is { } inspector)
        {
            records.AddRange(await SaidByOthersAsync(context, inspector, records, cancellationToken));
        }

        return new HistoryReading([.. records.OrderBy(record => record.Sequence)], isCut);
    }

    private static IQueryable<HistoryRow> Matching(SupervisorDbContext context, HistoryFilter filter)
    {
        var rows = context.History.AsNoTracking().Where(row => row.At >= filter.From && row.At < filter.To);
        if (filter.AgentId is { } inspector)
        {
            rows = rows.Where(row => row.AgentId == inspector);
        }

        if (filter.WorkNumbers is { } agents)
        {
            int?[] numbers = [.. agents];
            rows = rows.Where(row => row.WorkNo != null && numbers.Contains(row.WorkNo));
        }

        return rows;
    }

    private static IQueryable<AuditRow> Entries(SupervisorDbContext context, IQueryable<HistoryRow> rows) =>
        rows.Join(context.Audit.AsNoTracking(), row => row.Sequence, entry => entry.Sequence, (_, entry) => entry);

    private static async Task<List<AuditRecord>> SaidByOthersAsync(
        SupervisorDbContext context, int inspector, List<AuditRecord> own, CancellationToken cancellationToken)
    {
        List<AuditRecord> said = [];
        foreach (var ids in own.Select(record => record.Entry.OperationId).OfType<Guid>().Distinct().Chunk(Portion))
        {
            Guid?[] operations = [.. ids];
            var rows = context.History.AsNoTracking().Where(row => row.OperationId != null && operations.Contains(row.OperationId) && row.AgentId != inspector);
            said.AddRange((await Entries(context, rows).ToListAsync(cancellationToken)).Select(Read).OfType<AuditRecord>());
        }

        return said;
    }

    /// <summary>An entry that was altered may be none any more; that is for the verification to tell.</summary>
    private static AuditRecord? Read(AuditRow row)
    {
        try
        {
            return new AuditRecord(row.Sequence, row.At, AuditDocument.Read(row.Document));
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
