using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace SupervisorBot.Edge;

/// <summary>Puts the limits and the headers of the HTTP server in place.</summary>
internal static class EdgeSetup
{
    public static void AddStrictEdge(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<HttpLimitOptions>().Bind(builder.Configuration.GetSection(HttpLimitOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<IConfigureOptions<KestrelServerOptions>, HttpLimits>();
    }

    public static void UseStrictEdge(this IApplicationBuilder app) => app.UseMiddleware<StrictAnswers>();
}
