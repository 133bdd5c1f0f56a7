using System.Net;
using System.Net.Sockets;
using Orleans.Configuration;

namespace SupervisorBot.Hosting;

/// <summary>The Orleans silo in the bot's process: one node, on free loopback ports, so that two bots can run on one machine.</summary>
internal static class SiloSetup
{
    public static void AddSilo(this WebApplicationBuilder builder) => builder.UseOrleans(silo =>
    {
        var (siloPort, gatewayPort) = TwoFreePorts();
        silo.UseLocalhostClustering(siloPort, gatewayPort, serviceId: "SupervisorBot", clusterId: "one-node");
        silo.Configure<SiloOptions>(options => options.SiloName = "SupervisorBot");
    });

    private static (int Silo, int Gateway) TwoFreePorts()
    {
        // Both are held until both are known, so that they differ.
        using var first = new TcpListener(IPAddress.Loopback, 0);
        using var second = new TcpListener(IPAddress.Loopback, 0);
        first.Start();
        second.Start();
        return (((IPEndPoint)first.LocalEndpoint).Port, ((IPEndPoint)second.LocalEndpoint).Port);
    }
}
