using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SupervisorBot.BotFramework.Hosting;

namespace SupervisorBot.BotFramework.Tests.Channel;

/// <summary>The channel over the bot's own client. The host on the SDK goes through the same tests with another.</summary>
internal static class ChannelUnderTest
{
    public static void Add(IServiceCollection services, IConfiguration configuration) => services.AddBotFramework(configuration);
}
