using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace SupervisorBot.Health;

/// <summary><c>GET /healthz/live</c>: the process answers. <c>GET /healthz/ready</c>: it can take commands.</summary>
internal static class BotHealth
{
    private const string Ready = "ready";

    /// <summary>Adds the checks. Services are told of a stop in the opposite order of their registration: this one comes last, to be told first.</summary>
    public static void AddBotHealth(this IServiceCollection services)
    {
        services.AddSingleton<Readiness>();
        services.AddHostedService(provider => provider.GetRequiredService<Readiness>());
        services.AddHealthChecks().AddCheck<SiloHealthCheck>("silo", tags: [Ready], timeout: TimeSpan.FromSeconds(2));
    }

    public static void MapBotHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks("/healthz/live", new HealthCheckOptions { Predicate = _ => false });
        endpoints.MapHealthChecks("/healthz/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready) });
    }
}
