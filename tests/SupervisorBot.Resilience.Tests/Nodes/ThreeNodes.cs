using SupervisorBot.Resilience.Tests.Running;

namespace SupervisorBot.Resilience.Tests.Nodes;

/// <summary>Three bots on one PostgreSQL database, clustered through Redis, behind a load balancer.</summary>
internal sealed class ThreeNodes : IAsyncDisposable
{
    private readonly RunningBot[] _nodes = new RunningBot[3];
    private RoundRobin _balancer = null!;

    private ThreeNodes(Site site) => Site = site;

    public Site Site { get; }

    /// <summary>Where the chat's messages go.</summary>
    public Uri Address => _balancer.Address;

    /// <summary>Opens a site, starts the nodes and signs everybody in.</summary>
    /// <param name="people">How many inspectors.</param>
    /// <param name="settings">The nodes' settings besides those that they all need.</param>
    public static async Task<ThreeNodes> StartAsync(int people, params (string Name, string Value)[] settings)
    {
        var redis = TestServers.Redis;
        var site = await Site.OpenAsync(
            people,
            await PostgresTestDatabase.CreateAsync(),
            TimeSpan.FromSeconds(5),
            [
                ("Cluster:Provider", "Redis"),
                ("ConnectionStrings:Cluster", redis),
                ("Cluster:ClusterId", Guid.NewGuid().ToString("N")),
                ("Cluster:AdvertisedAddress", "127.0.0.1"),
                .. settings,
            ]);
        ThreeNodes cluster = new(site) { _balancer = await RoundRobin.StartAsync() };
        try
        {
            // One after another, as a rolling deployment does.
            for (var i = 0; i < cluster._nodes.Length; i++)
            {
                cluster._nodes[i] = await site.StartBotAsync();
            }

            cluster._balancer.Use(cluster._nodes);
            await site.SignInAsync(cluster.Address);
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>SIGKILL: nobody is told, the balancer finds out by itself.</summary>
    public Task KillAsync(int node) => _nodes[node].Process.KillAsync();

    /// <summary>SIGTERM.</summary>
    /// <returns>The exit code, when the process has ended.</returns>
    public async Task<int> TerminateAsync(int node)
    {
        await _nodes[node].Process.TerminateAsync();
        return await _nodes[node].Process.ExitCodeAsync();
    }

    /// <summary>Starts a node in the place of one that is gone.</summary>
    public async Task ReplaceAsync(int node)
    {
        _nodes[node] = await Site.StartBotAsync();
        _balancer.Use(_nodes);
    }

    public async ValueTask DisposeAsync()
    {
        await _balancer.DisposeAsync();
        await Site.DisposeAsync();
    }
}
