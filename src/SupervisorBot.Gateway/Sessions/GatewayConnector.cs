using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Refit;
using SupervisorBot.Gateway.Agents;
using SupervisorBot.Gateway.Http;

namespace SupervisorBot.Gateway.Sessions;

/// <summary>Holds the connections to the gateway, which all sessions share, and what is learnt about it.</summary>
internal sealed class GatewayConnector : IGatewayConnector, IDisposable
{
    private readonly GatewayOptions options;
    private readonly TimeProvider time;
    private readonly GatewayMetrics metrics;
    private readonly ILogger<GatewaySession> logger;
    private readonly SocketsHttpHandler connections;
    private readonly RosterSourceMemory rosterSources = new();
    private readonly IReadOnlyList<GatewayNode> nodes;
    private readonly RequestRoom room;

    public GatewayConnector(IOptions<GatewayOptions> options, TimeProvider time, GatewayMetrics metrics, ILogger<GatewaySession> logger)
    {
        this.options = options.Value;
        this.time = time;
        this.metrics = metrics;
        this.logger = logger;
        nodes = [.. new[] { this.options.BaseAddress, this.options.BackupBaseAddress }.OfType<Uri>().Select(Node)];
        room = new RequestRoom(this.options, time);
        connections = GatewayConnections.Create(this.options);
    }

    public GatewaySession Open(int agentId)
    {
        GatewayArguments.CheckAgentId(agentId);
        var identity = new SessionIdentity([.. nodes.Select(node => node.BaseAddress)], time, logger);
        var addresses = new AddressChoice(agentId, nodes, identity, options, time, logger);
        var route = new RoutingHandler(addresses, nodes[0].BaseAddress, new SessionHandler(identity, connections));
        var transport = new GatewayTransport(
            agentId,
            Api<IAgentGatewayApi>(route),
            Api<IAgentGatewayReadApi>(ReadRetries.Around(route, options, time)),
            identity,
            addresses,
            room,
            options,
            time,
            metrics,
            logger);
        return new GatewaySession(agentId, transport, identity, options, rosterSources, Random.Shared.NextDouble);
    }

    public void Dispose()
    {
        connections.Dispose();
        room.Dispose();
    }

    private GatewayNode Node(Uri address) =>
        new(new Uri(address.AbsoluteUri.TrimEnd('/') + "/"), new NodeCircuit(options, time, Random.Shared.NextDouble));

    /// <summary>
    /// The limits are those of the single calls, so the client has none; the connections belong to all sessions, so it disposes of
    /// none.
    /// </summary>
    private T Api<T>(HttpMessageHandler handler) => RestService.For<T>(
        new HttpClient(handler, disposeHandler: false)
        {
            BaseAddress = nodes[0].BaseAddress,
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = EnvelopeReader.LargestBody,
        });
}
