using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;
using SupervisorBot.BotFramework.Hosting;

namespace SupervisorBot.Edge;

/// <summary>Sets the HTTP server's limits.</summary>
internal sealed class HttpLimits(IOptions<HttpLimitOptions> options, IOptions<BotFrameworkEdgeOptions> edge) : IConfigureOptions<KestrelServerOptions>
{
    // No endpoint reads more; each has a limit of its own, which it tells its client.
    private const int Spare = 64 * 1024;

    public void Configure(KestrelServerOptions server)
    {
        if (!TryRead(out var limits, out var largestBody))
        {
            return;
        }

        var rate = new MinDataRate(limits.MinBodyBytesPerSecond, limits.BodyGrace);
        server.AddServerHeader = false;
        server.Limits.MaxConcurrentConnections = limits.MaxConnections;
        server.Limits.MaxConcurrentUpgradedConnections = 0;
        server.Limits.RequestHeadersTimeout = limits.HeaderTimeout;
        server.Limits.KeepAliveTimeout = limits.KeepAliveTimeout;
        server.Limits.MinRequestBodyDataRate = rate;
        server.Limits.MinResponseDataRate = rate;
        server.Limits.MaxRequestBodySize = Math.Max(largestBody, Spare) + Spare;
    }

    /// <summary>What is wrong with the settings is told by their check, and the server does not start.</summary>
    private bool TryRead([NotNullWhen(true)] out HttpLimitOptions? limits, out int largestBody)
    {
        try
        {
            (limits, largestBody) = (options.Value, edge.Value.MaxBodyBytes);
            return true;
        }
        catch (OptionsValidationException)
        {
            (limits, largestBody) = (null, 0);
            return false;
        }
    }
}
