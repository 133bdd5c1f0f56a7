using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SupervisorBot.Gateway;
using SupervisorBot.Gateway.Sessions;
using SupervisorBot.Supervision.Access;
using SupervisorBot.Supervision.Agents;
using SupervisorBot.Supervision.Audit;
using SupervisorBot.Supervision.Forcing;
using SupervisorBot.Supervision.Interception;
using SupervisorBot.Supervision.Notices;
using SupervisorBot.Supervision.Outbox;
using SupervisorBot.Supervision.Privacy;
using SupervisorBot.Supervision.Sessions.Machine;
using SupervisorBot.Supervision.Sessions.Stored;
using SupervisorBot.Supervision.SigningIn;

namespace SupervisorBot.Supervision.Sessions;

/// <summary>What every session works with.</summary>
internal sealed class SessionServices(
    IGatewayConnector connector,
    ISessionStore store,
    ICallClaims claims,
    INoticeComposer composer,
    IOriginReader origins,
    IOutboxWaker waker,
    IOptions<SessionOptions> session,
    IOptions<InterceptionOptions> interception,
    IOptions<GatewayOptions> gateway,
    IAccess access,
    IOptions<SignInOptions> signIn,
    PasswordSeal seal,
    TimeProvider time,
    ILogger<InspectorSession> logger,
    IOptions<PrivacyOptions>? privacy = null,
    IOptions<ForceOptions>? force = null,
    IAgentNotices? agentNotices = null)
{
    public IGatewayConnector Connector => connector;

    public ISessionStore Store => store;

    public ICallClaims Claims => claims;

    public INoticeComposer Composer => composer;

    public IOriginReader Origins => origins;

    public IOutboxWaker Waker => waker;

    /// <summary>Who may do what.</summary>
    public IAccess Access => access;

    public GatewayOptions Gateway => gateway.Value;

    public SessionLimits Limits { get; } = new(session.Value, interception.Value, gateway.Value)
    {
        Privacy = privacy?.Value ?? new PrivacyOptions(),
        SignIn = signIn.Value,
    };

    /// <summary>How agents' states are forced.</summary>
    public ForceOptions Force { get; } = force?.Value ?? new ForceOptions();

    /// <summary>Is told of agents' sign-ins and sign-outs; null where nobody wants to know.</summary>
    public IAgentNotices? AgentNotices => agentNotices;

    public PasswordSeal Seal => seal;

    public TimeProvider Time => time;

    public Random Random { get; init; } = Random.Shared;

    /// <summary>Where secrets come from.</summary>
    public RandomNumberGenerator Randomness { get; } = RandomNumberGenerator.Create();

    public ILogger Logger => logger;
}
