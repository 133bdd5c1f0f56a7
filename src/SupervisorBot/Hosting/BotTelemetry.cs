using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace SupervisorBot.Hosting;

/// <summary>Metrics and traces over OTLP, where a collector is named by OpenTelemetry's own setting.</summary>
internal static class BotTelemetry
{
    private const string CollectorSetting = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Every meter and activity source of ours begins so.</summary>
    private const string Ours = "SupervisorBot.*";

    public static void AddBotTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        if (string.IsNullOrWhiteSpace(configuration[CollectorSetting]))
        {
            return;
        }

        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("SupervisorBot"))
            .WithMetrics(metrics => metrics.AddMeter(Ours).AddMeter("Microsoft.Orleans").AddAspNetCoreInstrumentation().AddHttpClientInstrumentation().AddOtlpExporter())
            .WithTracing(tracing => tracing.AddSource(Ours).AddAspNetCoreInstrumentation().AddOtlpExporter());
    }
}
