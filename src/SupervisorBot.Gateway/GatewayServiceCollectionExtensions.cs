using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SupervisorBot.Gateway.Http;
using SupervisorBot.Gateway.Sessions;

namespace SupervisorBot.Gateway;

/// <summary>Registers the gateway client.</summary>
public static class GatewayServiceCollectionExtensions
{
    /// <summary>Registers <see cref="IGatewayConnector"/> with its options, which are validated at start.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">The whole configuration; the section "Gateway" is read.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddGateway(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddOptions<GatewayOptions>().Bind(configuration.GetSection(GatewayOptions.SectionName)).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<GatewayOptions>, GatewayOptionsValidator>());
        services.TryAddSingleton(TimeProvider.System);
        services.AddMetrics();
        services.AddLogging();
        services.TryAddSingleton<GatewayMetrics>();
        services.TryAddSingleton<IGatewayConnector, GatewayConnector>();
        return services;
    }
}
