using System.Net;
using System.Net.Sockets;

namespace SupervisorBot.Demo.Tests;

public sealed class DemoPortsTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("0.0.0.0")]
    public void A_port_that_is_taken_is_replaced_by_a_free_one(string address)
    {
        using var taken = new TcpListener(IPAddress.Parse(address), 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        var instead = DemoPorts.UsualOrFree(port);

        Assert.False(DemoPorts.IsFree(port));
        Assert.NotEqual(port, instead);
        Assert.True(DemoPorts.IsFree(instead));
        Assert.Equal(0, DemoPorts.UsualOrAny(port));
    }

    [Fact]
    public void A_port_that_nobody_has_is_kept()
    {
        var port = DemoPorts.UsualOrFree(FreePort());

        Assert.Equal(port, DemoPorts.UsualOrFree(port));
        Assert.Equal(port, DemoPorts.UsualOrAny(port));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
