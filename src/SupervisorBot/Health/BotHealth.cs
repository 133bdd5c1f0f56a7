using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace SupervisorBot.Health;

/// <summary><c>GET /healthz/live</c>: the process answers. <c>GET /healthz/ready</c>: it can take commands.</summary>
internal static class BotHealth
{
    private const string Ready = "ready";

    public static void AddBotHealth(this IServiceCollection services) =>
        services.AddHealthChecks().AddCheck<SiloHealthCheck>("silo", tags: [Ready], timeout: TimeSpan.FromSeconds(2));

    public static void MapBotHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks("/healthz/live", new HealthCheckOptions { Predicate = _ => false });
        endpoints.MapHealthChecks("/healthz/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready) });
    }
}
