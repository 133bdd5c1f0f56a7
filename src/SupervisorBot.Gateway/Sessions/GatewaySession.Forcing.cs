using SupervisorBot.Gateway.Results;

namespace SupervisorBot.Gateway.Sessions;

/// <content>
/// Acting upon an agent against their state. A success says that the gateway has accepted; the documents name no event that tells an inspector what
/// became of it, and do not say what an agent in a call is put into, and when: the agent's state read afterwards tells.
/// </content>
public sealed partial class GatewaySession
{
    /// <summary>The longest rest that can be forced upon an agent (forcerest; CEC API reference cec_07_2411).</summary>
    public static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(86_399);

    /// <summary>Makes an agent busy (forcebusy; CEC API reference cec_07_0439).</summary>
    /// <param name="workNo">The agent, 101 to 999999.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether the gateway accepted.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The work number is out of range.</exception>
    public Task<GatewayResult<GatewayVoid>> ForceBusyAsync(int workNo, CancellationToken cancellationToken = default) =>
        ActOnAsync(workNo, "forceBusy", (api, call, token) => api.ForceBusy(AgentId, workNo, call, token), cancellationToken);

    /// <summary>Makes an agent idle (forceidle; CEC API reference cec_07_0440).</summary>
    /// <param name="workNo">The agent, 101 to 999999.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether the gateway accepted.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The work number is out of range.</exception>
    public Task<GatewayResult<GatewayVoid>> ForceIdleAsync(int workNo, CancellationToken cancellationToken = default) =>
        ActOnAsync(workNo, "forceIdle", (api, call, token) => api.ForceIdle(AgentId, workNo, call, token), cancellationToken);

    /// <summary>Makes an agent rest (forcerest; CEC API reference cec_07_2411).</summary>
    /// <param name="workNo">The agent, 101 to 999999.</param>
    /// <param name="length">How long, in whole seconds: 1 s to <see cref="LongestRest"/>.</param>
    /// <param name="cause">The contact centre's number of the cause, 1 to 255.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether the gateway accepted.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public Task<GatewayResult<GatewayVoid>> ForceRestAsync(int workNo, TimeSpan length, int cause, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, TimeSpan.FromSeconds(1));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, LongestRest);
        ArgumentOutOfRangeException.ThrowIfLessThan(cause, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(cause, 255);
        return ActOnAsync(
            workNo, "forceRest", (api, call, token) => api.ForceRest(AgentId, workNo, (int)length.TotalSeconds, cause, call, token), cancellationToken);
    }

    /// <summary>Signs an agent out (forcelogout; CEC API reference cec_07_0441).</summary>
    /// <param name="workNo">The agent, 101 to 999999.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether the gateway accepted.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The work number is out of range.</exception>
    public Task<GatewayResult<GatewayVoid>> ForceAgentSignOutAsync(int workNo, CancellationToken cancellationToken = default) =>
        ActOnAsync(workNo, "forceLogOutAgent", (api, call, token) => api.ForceAgentSignOut(AgentId, workNo, call, token), cancellationToken);

    /// <summary>Releases a call of an agent: the customer's call ends (forcedropcall; CEC API reference cec_07_0442).</summary>
    /// <param name="callId">The call, as the gateway named it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether the gateway accepted.</returns>
    /// <exception cref="ArgumentException">The call id is empty or cannot be one segment of a path.</exception>
    public Task<GatewayResult<GatewayVoid>> ForceDropCallAsync(string callId, CancellationToken cancellationToken = default)
    {
        GatewayArguments.CheckCallId(callId);
        return ActAsync("forceDropCall", (api, call, token) => api.ForceDropCall(AgentId, callId, call, token), cancellationToken, isUrgent: true);
    }
}
