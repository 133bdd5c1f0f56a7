using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SupervisorBot.BotFramework.Permits;
using SupervisorBot.BotFramework.Threads;
using SupervisorBot.Chat.Outbox;

namespace SupervisorBot.Chat.Clustering;

/// <summary>Makes the conversation one of several nodes.</summary>
public static class ClusteredChat
{
    /// <summary>
    /// Puts grains in the place of what a bot that is one process keeps in its memory: the threads' senders, the holds around presses and the channel's rates.
    /// Call it after the conversation and the protocol edge were added; the silo has to be one of a cluster.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddClusteredChat(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.Replace(ServiceDescriptor.Singleton<IThreadSenders, GrainThreadSenders>());
        services.Replace(ServiceDescriptor.Singleton<IThreadHolds, GrainThreadHolds>());
        services.Replace(ServiceDescriptor.Singleton<ISendPermits, ClusterSendPermits>());
        return services;
    }
}
