using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using SupervisorBot.Storage.Writing;

namespace SupervisorBot.Storage.Health;

/// <summary>Healthy while the database answers. It is asked every few seconds at most, however often the check is called.</summary>
internal sealed class DatabaseHealthCheck(DatabaseReader reader, TimeProvider time) : IHealthCheck, IDisposable
{
    /// <summary>How long an answer counts.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);

    /// <summary>The longest wait for the database.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim _asking = new(1, 1);
    private DateTimeOffset _askedAt = DateTimeOffset.MinValue;
    private HealthCheckResult _last;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await _asking.WaitAsync(cancellationToken);
        try
        {
            if (time.GetUtcNow() - _askedAt >= Fresh)
            {
                _last = await AskAsync(cancellationToken);
                _askedAt = time.GetUtcNow();
            }

            return _last;
        }
        finally
        {
            _asking.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _asking.Dispose();

    private async Task<HealthCheckResult> AskAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        try
        {
            await reader.ReadAsync((context, stop) => context.Database.ExecuteSqlRawAsync("SELECT 1", stop), limit.Token);
            return HealthCheckResult.Healthy();
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            return HealthCheckResult.Unhealthy("The database does not answer.");
        }
    }
}
