namespace SupervisorBot.Hosting;

/// <summary>The host's own settings.</summary>
internal static class HostSettings
{
    public static void AddHostSettings(this IServiceCollection services) =>
        services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(30));
}
