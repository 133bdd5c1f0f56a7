using System.Net;
using System.Net.Sockets;

namespace SupervisorBot.Demo;

/// <summary>The usual ports, or free ones where they are taken.</summary>
internal static class DemoPorts
{
    /// <summary>The gateway's HTTPS port.</summary>
    public const int Gateway = 8043;

    /// <summary>The port of the simulator's status page.</summary>
    public const int Admin = 8044;

    /// <summary>The bot's port.</summary>
    public const int Bot = 3978;

    /// <summary>The Playground's port.</summary>
    public const int Playground = 56150;

    /// <summary>The usual port if nobody has it, otherwise 0, for which the system gives a free one.</summary>
    public static int UsualOrAny(int usual) => IsFree(usual) ? usual : 0;

    /// <summary>The usual port if nobody has it, otherwise a free one.</summary>
    public static int UsualOrFree(int usual)
    {
        if (IsFree(usual))
        {
            return usual;
        }

        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Whether nobody listens on a port, on loopback or on all addresses.</summary>
    public static bool IsFree(int port) => CanListen(IPAddress.Loopback, port) && CanListen(IPAddress.Any, port);

    private static bool CanListen(IPAddress address, int port)
    {
        try
        {
            using var listener = new TcpListener(address, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
