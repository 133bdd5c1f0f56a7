using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using SupervisorBot.Gateway.Push;
using SupervisorBot.HistoryPage;
using SupervisorBot.SignInPage;

namespace SupervisorBot.Hosting;

/// <summary>Metrics and traces over OTLP, where a collector is named by OpenTelemetry's own setting.</summary>
internal static class BotTelemetry
{
    private const string CollectorSetting = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Every meter and activity source of ours begins so.</summary>
    private const string Ours = "SupervisorBot.*";

    private static readonly PathString PushedEventPath = new("/" + PushSecret.Route[..PushSecret.Route.IndexOf("/{", StringComparison.Ordinal)]);

    public static void AddBotTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        if (string.IsNullOrWhiteSpace(configuration[CollectorSetting]))
        {
            return;
        }

        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("SupervisorBot"))
            .WithMetrics(metrics => metrics.AddMeter(Ours).AddMeter("Microsoft.Orleans").AddAspNetCoreInstrumentation().AddHttpClientInstrumentation().AddOtlpExporter())
            .WithTracing(tracing => tracing.AddSource(Ours).AddAspNetCoreInstrumentation(requests => requests.Filter = IsTraced).AddOtlpExporter());
    }

    /// <summary>The path to which the gateway pushes events holds a session's secret, that of the sign-in page a link's, and a trace holds the path.</summary>
    private static bool IsTraced(HttpContext request) =>
        !request.Request.Path.StartsWithSegments(PushedEventPath) && !SignInPageSetup.IsSignInPage(request.Request) && !HistoryPageSetup.IsHistoryPage(request.Request);
}
