using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SupervisorBot.Storage.Audit;
using SupervisorBot.Storage.Startup;
using SupervisorBot.Storage.Writing;
using SupervisorBot.Supervision.Sessions.Stored;

namespace SupervisorBot.Storage.Retention;

/// <summary>Removes what has been kept for long enough, a portion at a time. Every node does, and none is in another's way.</summary>
internal sealed class Purge(
    IServiceProvider services, IOptions<DatabaseOptions> options, PurgeRules rules, TimeProvider time, ILogger<Purge> logger) : StartedService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.PurgeInterval, time);
        try
        {
            do
            {
                await PurgeAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    private async Task PurgeAsync(CancellationToken cancellationToken)
    {
        try
        {
            var writer = services.GetRequiredService<DatabaseWriter>();
            foreach (var rule in rules.All())
            {
                await PurgeAsync(writer, rule, cancellationToken);
            }

            await services.GetRequiredService<IDatabaseCleaner>().CleanAsync(cancellationToken);
            await services.GetRequiredService<AuditPurge>().RunAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Log.PurgeFailed(logger, StoreUnavailableException.Unforeseen(Faults.Translate(exception) ?? exception), options.Value.PurgeInterval);
        }
    }

    private async Task PurgeAsync(DatabaseWriter writer, PurgeRule rule, CancellationToken cancellationToken)
    {
        var (oldest, removed, portion) = (time.GetUtcNow() - rule.Lifetime, 0, 0);
        do
        {
            portion = (await writer.WriteAsync(new PurgeChange(rule, oldest), cancellationToken)).Removed;
            removed += portion;
        }
        while (portion == PurgeRules.Portion);

        if (removed > 0)
        {
            Log.Purged(logger, removed, rule.Table);
        }
    }
}
