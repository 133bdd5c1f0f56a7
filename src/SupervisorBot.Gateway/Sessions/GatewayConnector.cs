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
    private readonly Uri baseAddress;

    public GatewayConnector(IOptions<GatewayOptions> options, TimeProvider time, GatewayMetrics metrics, ILogger<GatewaySession> logger)
    {
        this.options = options.Value;
        this.time = time;
        this.metrics = metrics;
        this.logger = logger;
        baseAddress = new Uri(this.options.BaseAddress!.AbsoluteUri.TrimEnd('/') + "/");
        connections = GatewayConnections.Create(this.options);
    }

    public GatewaySession Open(int agentId)
    {
        GatewayArguments.CheckAgentId(agentId);
        var identity = new SessionIdentity([baseAddress], time, logger);
        var session = new SessionHandler(identity, connections);
        var transport = new GatewayTransport(
            agentId,
            Api<IAgentGatewayApi>(session),
            Api<IAgentGatewayReadApi>(ReadRetries.Around(session, options, time)),
            time,
            metrics,
            logger);
        return new GatewaySession(agentId, transport, identity, options, rosterSources, Random.Shared.NextDouble);
    }

    public void Dispose() => connections.Dispose();

    /// <summary>
    /// The limits are those of the single calls, so the client has none; the connections belong to all sessions, so it disposes of
    /// none.
    /// </summary>
    private T Api<T>(HttpMessageHandler handler) => RestService.For<T>(
        new HttpClient(handler, disposeHandler: false)
        {
            BaseAddress = baseAddress,
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = EnvelopeReader.LargestBody,
        });
}
