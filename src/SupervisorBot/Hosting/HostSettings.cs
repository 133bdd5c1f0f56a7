using Microsoft.Extensions.Options;
using SupervisorBot.Chat.Admission;
using SupervisorBot.Settings;

namespace SupervisorBot.Hosting;

/// <summary>The host's own settings, and the checks that need to know the environment.</summary>
internal static class HostSettings
{
    public static void AddHostSettings(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<TeamsOptions>, TeamsOptionsCheck>();
        services.AddOptions<TeamsOptions>().ValidateOnStart();
    }
}
