using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using StackExchange.Redis;
using SupervisorBot.Chat.Clustering;

namespace SupervisorBot.Clustering;

/// <summary>The Orleans silo in the bot's process: alone on loopback, or one of several that find each other through Redis.</summary>
internal static class SiloSetup
{
    public static void AddSilo(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<ClusterSettings>().Bind(builder.Configuration.GetSection(ClusterSettings.Section)).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<ClusterSettings>, ClusterSettingsCheck>();
        builder.UseOrleans(silo =>
        {
            // What is wrong with the settings is told by their check, before the silo starts.
            if (string.Equals(silo.Configuration[$"{ClusterSettings.Section}:{nameof(ClusterSettings.Provider)}"], ClusterSettings.Redis, StringComparison.OrdinalIgnoreCase))
            {
                silo.JoinThroughRedis();
            }
            else
            {
                silo.StayAlone();
            }

            // All clients are in the silos themselves, so that no port is opened for others.
            silo.Configure<EndpointOptions>(endpoint => endpoint.GatewayPort = 0);
        });
    }

    /// <summary>A free port on loopback, so that two bots can run on one machine.</summary>
    private static void StayAlone(this ISiloBuilder silo)
    {
        silo.UseLocalhostClustering(FreePort(IPAddress.Loopback), gatewayPort: 0, serviceId: "SupervisorBot", clusterId: "one-node");
        silo.Configure<SiloOptions>(options => options.SiloName = "SupervisorBot");
    }

    private static void JoinThroughRedis(this ISiloBuilder silo)
    {
        silo.Services.AddClusteredChat();
        silo.UseRedisClustering(redis => redis.ConfigurationOptions = Redis(silo.Configuration));
        silo.Services.AddOptions<Orleans.Configuration.ClusterOptions>().Configure<IOptions<ClusterSettings>>((cluster, settings) =>
        {
            cluster.ClusterId = settings.Value.ClusterId;
            cluster.ServiceId = settings.Value.ServiceId;
        });
        silo.Services.AddOptions<EndpointOptions>().Configure<IOptions<ClusterSettings>>((endpoint, settings) =>
        {
            if (IPAddress.TryParse(settings.Value.AdvertisedAddress, out var address))
            {
                endpoint.AdvertisedIPAddress = address;
            }

            endpoint.SiloPort = settings.Value.SiloPort == 0 ? FreePort(address ?? IPAddress.Any) : settings.Value.SiloPort;
        });
        silo.Services.AddOptions<ClusterMembershipOptions>().Configure<IOptions<ClusterSettings>>((membership, settings) =>
        {
            membership.ProbeTimeout = settings.Value.ProbeTimeout;
            membership.NumMissedProbesLimit = settings.Value.MissedProbes;
            membership.IAmAliveTablePublishTimeout = settings.Value.SignOfLifeInterval;
        });
    }

    private static ConfigurationOptions Redis(IConfiguration configuration)
    {
        var options = ConfigurationOptions.Parse(configuration.GetConnectionString(ClusterSettings.ConnectionStringName) ?? "");
        options.ClientName ??= "SupervisorBot";
        return options;
    }

    private static int FreePort(IPAddress address)
    {
        using var listener = new TcpListener(address, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
