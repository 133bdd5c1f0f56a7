using Microsoft.Extensions.Diagnostics.HealthChecks;
using Orleans.Runtime;

namespace SupervisorBot.Health;

/// <summary>Healthy once this process's silo is an active member of its cluster, until it begins to stop.</summary>
internal sealed class SiloHealthCheck(ISiloStatusOracle silo) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(silo.CurrentStatus == SiloStatus.Active ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The silo is not active."));
}
