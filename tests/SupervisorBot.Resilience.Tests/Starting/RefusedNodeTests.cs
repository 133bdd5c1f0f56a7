using System.Net;
using System.Net.Sockets;
using SupervisorBot.Resilience.Tests.Running;

namespace SupervisorBot.Resilience.Tests.Starting;

/// <summary>A node that cannot join its cluster says in a sentence what to mend.</summary>
[Collection(OneAtATime.Name)]
public sealed class RefusedNodeTests
{
    [Fact]
    public async Task A_Redis_server_that_does_not_answer_is_named_without_its_password()
    {
        await using var site = await Site.OpenAsync(
            people: 1,
            await PostgresTestDatabase.CreateAsync(),
            TimeSpan.FromSeconds(2),
            ("Cluster:Provider", "Redis"),
            ("Cluster:AdvertisedAddress", "127.0.0.1"),
            ("ConnectionStrings:Cluster", $"127.0.0.1:{ClosedPort()},password=secret,connectTimeout=500,connectRetry=1"));

        var bot = site.Launch();

        Assert.Equal(1, await bot.ExitCodeAsync());
        Assert.Contains("ConnectionStrings:Cluster names a Redis server that cannot be used", bot.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", bot.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", bot.Output, StringComparison.Ordinal);
    }

    private static int ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
