using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SupervisorBot.Gateway;
using SupervisorBot.Gateway.Sessions;
using SupervisorBot.Supervision.Interception;
using SupervisorBot.Supervision.Notices;
using SupervisorBot.Supervision.Sessions.Machine;

namespace SupervisorBot.Supervision.Sessions;

/// <summary>What every session works with.</summary>
internal sealed class SessionServices(
    IGatewayConnector connector,
    IInterceptionJournal journal,
    ISupervisionListener listener,
    IGrainFactory grains,
    IOptions<SessionOptions> session,
    IOptions<InterceptionOptions> interception,
    IOptions<GatewayOptions> gateway,
    TimeProvider time,
    ILogger<InspectorSession> logger)
{
    public IGatewayConnector Connector => connector;

    public IInterceptionJournal Journal => journal;

    public ISupervisionListener Listener => listener;

    public IGrainFactory Grains => grains;

    public GatewayOptions Gateway => gateway.Value;

    public SessionLimits Limits { get; } = new(session.Value, interception.Value);

    public TimeProvider Time => time;

    public Random Random { get; init; } = Random.Shared;

    public ILogger Logger => logger;
}
