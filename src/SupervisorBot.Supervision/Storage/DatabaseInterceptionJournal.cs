using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SupervisorBot.Supervision.Interception;
using SupervisorBot.Supervision.Interception.Stored;

namespace SupervisorBot.Supervision.Storage;

/// <summary>The journal in the database. Its unique key and its conditional update decide who came first; nothing else does.</summary>
internal sealed class DatabaseInterceptionJournal(
    IDbContextFactory<SupervisorDbContext> contexts,
    DatabaseWriter writer,
    IOptions<InterceptionOptions> options,
    TimeProvider time,
    ILogger<DatabaseInterceptionJournal> logger) : IInterceptionJournal
{
    public async Task<IReadOnlyList<InterceptionRecord>> LoadAsync(int agentId, CancellationToken cancellationToken)
    {
        var oldest = time.GetUtcNow() - options.Value.OutcomeLifetime;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await context.Interceptions.AsNoTracking()
            .Where(row => row.AgentId == agentId && (row.DecidedAt == null || row.DecidedAt >= oldest))
            .ToListAsync(cancellationToken);
        return [.. rows.Select(Read).OfType<InterceptionRecord>()];
    }

    public async Task<int?> FindOwnerAsync(Guid operationId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Interceptions
            .Where(row => row.OperationId == operationId)
            .Select(row => (int?)row.AgentId)
            .FirstOrDefaultAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<int>> FindOpenAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Interceptions.Where(row => row.DecidedAt == null).Select(row => row.AgentId).Distinct().ToListAsync(cancellationToken);
    }

    public Task<bool> TrySaveAsync(InterceptionRecord record, CancellationToken cancellationToken)
    {
        var row = InterceptionRow.Of(record);
        return writer.WriteAsync(session => Task.FromResult(session.TrySave(row)), cancellationToken);
    }

    /// <summary>A row that cannot be read must not keep an inspector from working: its operation is then unknown, and presses on it change nothing.</summary>
    private InterceptionRecord? Read(InterceptionRow row)
    {
        try
        {
            return InterceptionDocument.Read(row.Record);
        }
        catch (JsonException exception)
        {
            Log.StoredInterceptionUnreadable(logger, exception, row.AgentId, row.Step);
            return null;
        }
    }
}
