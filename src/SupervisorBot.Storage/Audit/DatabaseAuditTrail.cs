using Microsoft.EntityFrameworkCore;
using SupervisorBot.Storage.Writing;
using SupervisorBot.Supervision.Audit;

namespace SupervisorBot.Storage.Audit;

/// <summary>The audit in the database.</summary>
internal sealed class DatabaseAuditTrail(DatabaseReader reader, DatabaseWriter writer, AuditSigner signer) : IAuditTrail, IAuditReader
{
    public Task AppendAsync(IReadOnlyList<AuditEntry> entries, CancellationToken cancellationToken) =>
        entries.Count == 0 ? Task.CompletedTask : writer.WriteAsync(new AppendAuditChange(signer, entries), cancellationToken);

    public Task<IReadOnlyList<AuditRecord>> ReadAsync(long after, int limit, CancellationToken cancellationToken) =>
        reader.ReadAsync<IReadOnlyList<AuditRecord>>(
            async (context, stop) =>
            {
                var rows = await context.Audit.AsNoTracking().Where(row => row.Sequence > after).OrderBy(row => row.Sequence).Take(limit).ToListAsync(stop);
                return [.. rows.Select(row => new AuditRecord(row.Sequence, row.At, AuditDocument.Read(row.Document)))];
            },
            cancellationToken);
}
