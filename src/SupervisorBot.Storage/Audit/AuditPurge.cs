using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SupervisorBot.Storage.Writing;

namespace SupervisorBot.Storage.Audit;

/// <summary>Removes what was kept in the audit for long enough, from its beginning.</summary>
internal sealed class AuditPurge(
    DatabaseReader reader, DatabaseWriter writer, AuditSigner signer, IOptions<AuditOptions> options, TimeProvider time, ILogger<AuditPurge> logger)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var oldest = time.GetUtcNow() - options.Value.Retention;
        var removed = 0;
        // Asked first, so that nobody waits for a purge that has nothing to do.
        while (await BeginsBeforeAsync(oldest, cancellationToken))
        {
            if (await writer.WriteAsync(new PurgeAuditChange(signer, oldest), cancellationToken) is not { } portion)
            {
                Log.AuditNotPurged(logger);
                break;
            }

            removed += portion;
            if (portion < AuditTail.Portion)
            {
                break;
            }
        }

        if (removed > 0)
        {
            Log.Purged(logger, removed, "audit");
        }
    }

    private Task<bool> BeginsBeforeAsync(DateTimeOffset oldest, CancellationToken cancellationToken) => reader.ReadAsync(
        async (context, stop) => await context.Audit.OrderBy(row => row.Sequence).Select(row => (DateTimeOffset?)row.At).FirstOrDefaultAsync(stop) < oldest,
        cancellationToken);
}
