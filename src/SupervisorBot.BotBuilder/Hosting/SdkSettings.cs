using SupervisorBot.BotFramework.Authentication.Clouds;

namespace SupervisorBot.BotBuilder.Hosting;

/// <summary>The configuration as the SDK reads it: its own settings are those of the root, and the cloud goes by another name there.</summary>
internal static class SdkSettings
{
    private const string ChannelService = "ChannelService";
    private const string Government = "https://botframework.azure.us";

    public static IConfiguration From(IConfiguration configuration, BotFrameworkCloud cloud) =>
        cloud == BotFrameworkCloud.USGovernment
            ? new ConfigurationBuilder().AddConfiguration(configuration).AddInMemoryCollection([new(ChannelService, Government)]).Build()
            : configuration;
}
