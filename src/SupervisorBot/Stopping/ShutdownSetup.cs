using System.Globalization;
using Microsoft.Extensions.Options;
using Orleans.Configuration;

namespace SupervisorBot.Stopping;

/// <summary>A stop with limits: of the whole, and of one grain's part in it.</summary>
internal static class ShutdownSetup
{
    public static void AddShutdown(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<ShutdownOptions>().Bind(builder.Configuration.GetSection(ShutdownOptions.Section)).ValidateDataAnnotations().ValidateOnStart();

        // The host reads its own options while it is built, before the settings' check has told what is wrong with them.
        builder.Services.Configure<HostOptions>(host =>
            host.ShutdownTimeout = TimeSpan.TryParse(builder.Configuration[$"{ShutdownOptions.Section}:{nameof(ShutdownOptions.Limit)}"], CultureInfo.InvariantCulture, out var limit)
                ? limit
                : new ShutdownOptions().Limit);

        // A grain that hangs must leave the others, and the silo's leave-taking from its cluster, some of the time.
        builder.Services.AddOptions<GrainCollectionOptions>().Configure<IOptions<ShutdownOptions>>((grains, shutdown) => grains.DeactivationTimeout = shutdown.Value.Limit / 2);
    }
}
