using Microsoft.Extensions.Diagnostics.HealthChecks;
using Orleans.Runtime;

namespace SupervisorBot.Health;

/// <summary>Healthy once this process's silo is an active member of its cluster and the bot has started, until it begins to stop.</summary>
internal sealed class SiloHealthCheck(ISiloStatusOracle silo, Readiness readiness) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult((silo.CurrentStatus, readiness.IsUp) switch
        {
            (not SiloStatus.Active, _) => HealthCheckResult.Unhealthy("The silo is not active."),
            (_, false) => HealthCheckResult.Unhealthy("The bot starts or stops."),
            _ => HealthCheckResult.Healthy(),
        });
}
