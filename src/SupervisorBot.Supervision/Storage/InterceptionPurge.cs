using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SupervisorBot.Supervision.Interception;

namespace SupervisorBot.Supervision.Storage;

/// <summary>Removes what has been kept for long enough: outcomes past their lifetime, and what nobody came back to decide.</summary>
internal sealed class InterceptionPurge(
    IServiceProvider services,
    IOptions<DatabaseOptions> database,
    IOptions<InterceptionOptions> interception,
    TimeProvider time,
    ILogger<InterceptionPurge> logger) : BackgroundService
{
    /// <summary>
    /// An interception is decided within minutes while the bot runs; one that is undecided a day past the outcome's lifetime was left by a bot that was
    /// killed, for an inspector who did not return. It holds a customer's number, so it does not stay.
    /// </summary>
    private static readonly TimeSpan Grace = TimeSpan.FromDays(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (database.Value.IsInMemory)
        {
            return;
        }

        var writer = services.GetRequiredService<DatabaseWriter>();
        using var timer = new PeriodicTimer(database.Value.PurgeInterval, time);
        try
        {
            do
            {
                await PurgeAsync(writer, stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    private async Task PurgeAsync(DatabaseWriter writer, CancellationToken cancellationToken)
    {
        var oldest = time.GetUtcNow() - interception.Value.OutcomeLifetime;
        var abandoned = oldest - Grace;
        try
        {
            var removed = await writer.WriteAsync(
                session => session.Context.Interceptions
                    .Where(row => row.DecidedAt < oldest || (row.DecidedAt == null && row.ProposedAt < abandoned))
                    .ExecuteDeleteAsync(CancellationToken.None),
                cancellationToken);
            await EmptyLogAsync(cancellationToken);
            if (removed > 0)
            {
                Log.InterceptionsPurged(logger, removed);
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Log.PurgeFailed(logger, exception, database.Value.PurgeInterval);
        }
    }

    /// <summary>
    /// The log keeps old pages until it is written over: emptied, it holds no number that the database has forgotten. Where somebody reads just then it
    /// is left for the next time, for waiting would keep every change waiting too.
    /// </summary>
    private async Task EmptyLogAsync(CancellationToken cancellationToken)
    {
        await using var context = await services.GetRequiredService<IDbContextFactory<SupervisorDbContext>>().CreateDbContextAsync(cancellationToken);
        // Both in one go, over one connection; the next to open it sets its own wait again.
        await context.Database.ExecuteSqlRawAsync("PRAGMA busy_timeout = 0; PRAGMA wal_checkpoint(TRUNCATE)", cancellationToken);
    }
}
