using SupervisorBot.Gateway.Http;
using SupervisorBot.Gateway.Monitoring;
using SupervisorBot.Gateway.Results;

namespace SupervisorBot.Gateway.Sessions;

/// <content>
/// Being present in an agent's call. A success says that the gateway has accepted, not that the inspector hears anything yet: that
/// begins when the phone is picked up.
/// </content>
public sealed partial class GatewaySession
{
    /// <summary>Listens to an agent (addsupervise; CEC API reference cec_07_2402). The inspector must be idle.</summary>
    /// <param name="workNo">The agent, 101 to 999999.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether the gateway accepted.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The work number is out of range.</exception>
    public Task<GatewayResult<GatewayVoid>> ListenAsync(int workNo, CancellationToken cancellationToken = default) =>
        ActOnAsync(workNo, "addSupervise", (api, call, token) => api.Listen(AgentId, workNo, call, token), cancellationToken);

    /// <summary>Joins an agent's call (addinsert; CEC API reference cec_07_2401). The inspector must be idle.</summary>
    /// <param name="workNo">The agent, 101 to 999999.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether the gateway accepted.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The work number is out of range.</exception>
    public Task<GatewayResult<GatewayVoid>> InsertAsync(int workNo, CancellationToken cancellationToken = default) =>
        ActOnAsync(workNo, "addInsert", (api, call, token) => api.Insert(AgentId, workNo, call, token), cancellationToken);

    /// <summary>Whispers to an agent (requestwhisperagent; CEC API reference cec_07_0446). The inspector must be idle.</summary>
    /// <param name="workNo">The agent, 101 to 999999.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether the gateway accepted.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The work number is out of range.</exception>
    public Task<GatewayResult<GatewayVoid>> WhisperAsync(int workNo, CancellationToken cancellationToken = default) =>
        ActOnAsync(workNo, "requestWhisperAgent", (api, call, token) => api.Whisper(AgentId, workNo, call, token), cancellationToken);

    /// <summary>Stops whispering to an agent (requeststopwhisperagent; CEC API reference cec_07_0447).</summary>
    /// <param name="workNo">The agent, 101 to 999999.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether the gateway accepted.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The work number is out of range.</exception>
    public Task<GatewayResult<GatewayVoid>> StopWhisperAsync(int workNo, CancellationToken cancellationToken = default) =>
        ActOnAsync(workNo, "requestStopWhisperAgent", (api, call, token) => api.StopWhisper(AgentId, workNo, call, token), cancellationToken);

    /// <summary>Changes the way of being present (requestswitchinsertwhisperagent; CEC API reference cec_07_2414).</summary>
    /// <param name="workNo">The agent, 101 to 999999, who is being monitored.</param>
    /// <param name="mode">The new mode.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether the gateway accepted.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The work number or the mode is out of range.</exception>
    public Task<GatewayResult<GatewayVoid>> SwitchModeAsync(int workNo, MonitoringMode mode, CancellationToken cancellationToken = default)
    {
        if (!Enum.IsDefined(mode))
        {
            throw new ArgumentOutOfRangeException(nameof(mode), mode, "The mode must be listen, insert or whisper.");
        }

        return ActOnAsync(
            workNo,
            "requestSwitchInsertWhisperAgent",
            (api, call, token) => api.SwitchMode(AgentId, workNo, (int)mode, call, token),
            cancellationToken);
    }

    /// <summary>
    /// Changes from listening to inserting or back (switch; CEC API reference cec_07_0444), for gateways without whispering.
    /// </summary>
    /// <param name="workNo">The agent, 101 to 999999, who is being monitored.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether the gateway accepted.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The work number is out of range.</exception>
    public Task<GatewayResult<GatewayVoid>> SwitchListenInsertAsync(int workNo, CancellationToken cancellationToken = default) =>
        ActOnAsync(workNo, "switchSuperviseOrInsert", (api, call, token) => api.SwitchListenInsert(AgentId, workNo, call, token), cancellationToken);

    /// <summary>Stops listening or inserting (CEC API reference cec_07_2404).</summary>
    /// <param name="workNo">The agent, 101 to 999999, who is being monitored.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether the gateway accepted.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The work number is out of range.</exception>
    public Task<GatewayResult<GatewayVoid>> StopMonitoringAsync(int workNo, CancellationToken cancellationToken = default) =>
        ActOnAsync(workNo, "stopSuperviseOrInsert", (api, call, token) => api.StopMonitoring(AgentId, workNo, call, token), cancellationToken);

    private Task<GatewayResult<GatewayVoid>> ActOnAsync(
        int workNo,
        string operation,
        Func<IAgentGatewayApi, GatewayCall, CancellationToken, Task<HttpResponseMessage>> send,
        CancellationToken cancellationToken)
    {
        GatewayArguments.CheckWorkNo(workNo);
        return ActAsync(operation, send, cancellationToken, isUrgent: true);
    }
}
