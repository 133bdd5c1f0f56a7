using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SupervisorBot.BotBuilder.Hosting;

namespace SupervisorBot.BotFramework.Tests.Channel;

/// <summary>The channel over the SDK's adapter.</summary>
internal static class ChannelUnderTest
{
    public static void Add(IServiceCollection services, IConfiguration configuration) => services.AddBotBuilder(configuration);
}
