using System.Net;
using System.Net.Sockets;

namespace SupervisorBot.Gateway.Tests.Wire;

/// <summary>Addresses at which nobody listens.</summary>
internal static class Ports
{
    public static Uri NobodysAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"https://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/agentgateway/resource/");
    }
}
