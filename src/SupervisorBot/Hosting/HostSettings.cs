using Microsoft.Extensions.Options;

namespace SupervisorBot.Hosting;

/// <summary>The host's own settings.</summary>
internal static class HostSettings
{
    public static void AddHostSettings(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DatabaseOptions>().Bind(configuration.GetSection(DatabaseOptions.SectionName)).ValidateOnStart();
        services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(20));
    }
}
