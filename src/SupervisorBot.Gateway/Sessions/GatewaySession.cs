using System.Diagnostics.CodeAnalysis;
using SupervisorBot.Gateway.Agents;
using SupervisorBot.Gateway.Http;
using SupervisorBot.Gateway.Results;

namespace SupervisorBot.Gateway.Sessions;

/// <summary>
/// One inspector's talk with the gateway. It keeps the Guid, which it takes from every answer, and the cookies. Safe for threads.
/// Every operation ends within its limit and tells its outcome as a value; only a wrong argument (before any request), the caller's own
/// cancellation (<see cref="OperationCanceledException"/>; a request that was sent may have been acted on) and a second poll at a time are exceptions.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "The semaphore never hands out its wait handle, so it holds nothing to dispose of.")]
public sealed partial class GatewaySession
{
    private readonly GatewayTransport transport;
    private readonly SessionIdentity identity;
    private readonly GatewayOptions options;
    private readonly RosterSourceMemory rosterSources;
    private readonly Func<double> random;

    internal GatewaySession(
        int agentId,
        GatewayTransport transport,
        SessionIdentity identity,
        GatewayOptions options,
        RosterSourceMemory rosterSources,
        Func<double> random)
    {
        AgentId = agentId;
        this.transport = transport;
        this.identity = identity;
        this.options = options;
        this.rosterSources = rosterSources;
        this.random = random;
    }

    /// <summary>The inspector's agent id.</summary>
    public int AgentId { get; }

    /// <summary>True once a sign-in or an import has brought a Guid, until a sign-out has succeeded.</summary>
    public bool HasGuid => identity.HasGuid;

    /// <summary>The time since the gateway last handed out the Guid; null without one.</summary>
    public TimeSpan? GuidAge => identity.GuidAge;

    /// <summary>
    /// Raised when what <see cref="Export"/> takes out has changed: another Guid, cookie or base address, a sign-in or a sign-out. It is raised on the
    /// thread that read the gateway's answer, before the operation's own task completes, perhaps from several at once: note it and return, never wait
    /// or throw. An import does not raise it.
    /// </summary>
    public event Action? CredentialsChanged
    {
        add => identity.Changed += value;
        remove => identity.Changed -= value;
    }

    /// <summary>
    /// When the gateway last answered anything that could be read, refusals included: a timestamp of the <see cref="TimeProvider"/>, which no jump of the
    /// clock moves; null before the first.
    /// </summary>
    public long? LastAnsweredAt => transport.LastAnsweredAt;

    /// <summary>The time since <see cref="LastAnsweredAt"/>; null before the first answer.</summary>
    public TimeSpan? SinceLastAnswer => transport.SinceLastAnswer;

    /// <summary>Takes out what is needed to go on after a restart.</summary>
    /// <returns>The credentials, or null without a Guid.</returns>
    public SessionCredentials? Export() => identity.Export(AgentId);

    /// <summary>Goes on with credentials taken out earlier.</summary>
    /// <param name="credentials">The credentials; those of this agent.</param>
    /// <exception cref="ArgumentException">They are another agent's.</exception>
    public void Import(SessionCredentials credentials)
    {
        ArgumentNullException.ThrowIfNull(credentials);
        if (credentials.AgentId != AgentId)
        {
            throw new ArgumentException("The credentials belong to another agent.", nameof(credentials));
        }

        identity.Import(credentials);
    }

    /// <summary>Reads the inspector's own state. In both authentication modes the answer may bring a newer Guid.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The state.</returns>
    public Task<GatewayResult<AgentStatus>> GetAgentStatusAsync(CancellationToken cancellationToken = default) =>
        ReadStatusAsync(isUrgent: false, cancellationToken);

    /// <summary>Asks for a new Guid. The session takes it; it is not handed out.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether the gateway agreed.</returns>
    public Task<GatewayResult<GatewayVoid>> UpdateGuidAsync(CancellationToken cancellationToken = default) =>
        transport.ExecuteAsync(
            new GatewayCall("updateGuid", CallKind.Act),
            options.RequestTimeout,
            (call, token) => transport.Acts.UpdateGuid(AgentId, call, token),
            (call, envelope) =>
            {
                identity.TakeFromResult(envelope.Result, call);
                return default(GatewayVoid);
            },
            cancellationToken);

    private Task<GatewayResult<AgentStatus>> ReadStatusAsync(bool isUrgent, CancellationToken cancellationToken) => ReadAsync(
        "getAgentStatus", (api, call, token) => api.AgentStatus(AgentId, call, token), AgentReader.ReadStatus, cancellationToken, isUrgent);

    private Task<GatewayResult<GatewayVoid>> ActAsync(
        string operation,
        Func<IAgentGatewayApi, GatewayCall, CancellationToken, Task<HttpResponseMessage>> send,
        CancellationToken cancellationToken,
        CallKind kind = CallKind.Act,
        bool isUrgent = false) =>
        transport.ExecuteAsync(
            new GatewayCall(operation, kind, isUrgent),
            options.RequestTimeout,
            (call, token) => send(transport.Acts, call, token),
            static (_, _) => default(GatewayVoid),
            cancellationToken);

    private Task<GatewayResult<T>> ReadAsync<T>(
        string operation,
        Func<IAgentGatewayReadApi, GatewayCall, CancellationToken, Task<HttpResponseMessage>> send,
        Func<System.Text.Json.JsonElement, T> read,
        CancellationToken cancellationToken,
        bool isUrgent = false) =>
        transport.ExecuteAsync(
            new GatewayCall(operation, CallKind.Read, isUrgent),
            options.RequestTimeout,
            (call, token) => send(transport.Reads, call, token),
            (_, envelope) => read(envelope.Result),
            cancellationToken);
}
