using SupervisorBot.Gateway.Calls;
using SupervisorBot.Gateway.Http;
using SupervisorBot.Gateway.Results;

namespace SupervisorBot.Gateway.Sessions;

/// <content>Calls: their ids, their data, and the control of the inspector's own.</content>
public sealed partial class GatewaySession
{
    /// <summary>Reads the ids of an agent's calls (allcallinfoEx; CEC API reference cec_07_1267).</summary>
    /// <param name="workNo">The agent, 101 to 999999, of the same VCC.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The call ids; empty when there is no call.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The work number is out of range.</exception>
    public Task<GatewayResult<IReadOnlyList<string>>> GetCallIdsAsync(int workNo, CancellationToken cancellationToken = default)
    {
        GatewayArguments.CheckWorkNo(workNo);
        return ReadAsync(
            "queryAllCallInfoByAgentWorkNoEx",
            (api, call, token) => api.CallIds(AgentId, workNo, call, token),
            CallReader.ReadIds,
            cancellationToken);
    }

    /// <summary>
    /// Reads the ids of an agent's calls that are on hold (holdlistex; CEC API reference cec_07_0430). Where there is none, <see cref="Refused"/> with <see
    /// cref="ResultCodes.NothingHeld"/>. In a cluster the gateway tells it only of agents of the node that the inspector is signed in at.
    /// </summary>
    /// <param name="workNo">The agent, 101 to 999999, of the same VCC.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The call ids.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The work number is out of range.</exception>
    public Task<GatewayResult<IReadOnlyList<string>>> GetHeldCallIdsAsync(int workNo, CancellationToken cancellationToken = default)
    {
        GatewayArguments.CheckWorkNo(workNo);
        return ReadAsync(
            "queryHoldListEx",
            (api, call, token) => api.HeldCalls(AgentId, workNo, call, token),
            CallReader.ReadIds,
            cancellationToken);
    }

    /// <summary>Reads the data of one call (callinfobycallid; CEC API reference cec_07_1266).</summary>
    /// <param name="callId">The call, as the gateway named it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The data.</returns>
    /// <exception cref="ArgumentException">The call id is empty or cannot be one segment of a path.</exception>
    public Task<GatewayResult<CallInfo>> GetCallInfoAsync(string callId, CancellationToken cancellationToken = default)
    {
        GatewayArguments.CheckCallId(callId);
        return ReadAsync(
            "queryCallInfoByCallId",
            (api, call, token) => api.CallInfo(AgentId, callId, call, token),
            result => CallReader.ReadInfo(result, callId),
            cancellationToken);
    }

    /// <summary>Reads the ids of the inspector's own calls (allcallid).</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The call ids; empty when there is no call.</returns>
    public Task<GatewayResult<IReadOnlyList<string>>> GetOwnCallIdsAsync(CancellationToken cancellationToken = default) =>
        ReadAsync("queryAllCallId", (api, call, token) => api.OwnCallIds(AgentId, call, token), CallReader.ReadIds, cancellationToken);

    /// <summary>
    /// Hangs up the current call (CEC API reference cec_07_1247). Where there is none, <see cref="Refused"/> with <see
    /// cref="ResultCodes.NothingToHangUp"/>.
    /// </summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether the gateway accepted.</returns>
    public Task<GatewayResult<GatewayVoid>> ReleaseAsync(CancellationToken cancellationToken = default) =>
        ActAsync("release", (api, call, token) => api.Release(AgentId, call, token), cancellationToken, isUrgent: true);

    /// <summary>Hangs up one call (CEC API reference cec_07_1246).</summary>
    /// <param name="callId">The call, as the gateway named it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether the gateway accepted.</returns>
    /// <exception cref="ArgumentException">The call id is empty or cannot be one segment of a path.</exception>
    public Task<GatewayResult<GatewayVoid>> DropCallAsync(string callId, CancellationToken cancellationToken = default)
    {
        GatewayArguments.CheckCallId(callId);
        return ActAsync("dropCall", (api, call, token) => api.DropCall(AgentId, callId, call, token), cancellationToken, isUrgent: true);
    }

    /// <summary>Puts the current call on hold.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether the gateway accepted.</returns>
    public Task<GatewayResult<GatewayVoid>> HoldAsync(CancellationToken cancellationToken = default) =>
        ActAsync("hold", (api, call, token) => api.Hold(AgentId, call, token), cancellationToken, isUrgent: true);

    /// <summary>Takes a call back from hold.</summary>
    /// <param name="callId">The call, as the gateway named it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether the gateway accepted.</returns>
    /// <exception cref="ArgumentException">The call id is empty or cannot be one segment of a path.</exception>
    public Task<GatewayResult<GatewayVoid>> GetHoldAsync(string callId, CancellationToken cancellationToken = default)
    {
        GatewayArguments.CheckCallId(callId);
        return ActAsync("getHold", (api, call, token) => api.GetHold(AgentId, callId, call, token), cancellationToken, isUrgent: true);
    }

    /// <summary>Mutes the inspector in the current call: the customer does not hear them any more. No event tells of it.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether the gateway accepted.</returns>
    public Task<GatewayResult<GatewayVoid>> BeginMuteAsync(CancellationToken cancellationToken = default) =>
        ActAsync("beginMute", (api, call, token) => api.BeginMute(AgentId, call, token), cancellationToken, isUrgent: true);

    /// <summary>Ends the muting of the current call. No event tells of it.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether the gateway accepted.</returns>
    public Task<GatewayResult<GatewayVoid>> EndMuteAsync(CancellationToken cancellationToken = default) =>
        ActAsync("endMute", (api, call, token) => api.EndMute(AgentId, call, token), cancellationToken, isUrgent: true);

    /// <summary>Reads the ids of the inspector's own calls that are on hold (holdlist).</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The call ids; empty when none is on hold, which the gateway says by <see cref="ResultCodes.NothingHeld"/>.</returns>
    public async Task<GatewayResult<IReadOnlyList<string>>> GetHeldCallIdsAsync(CancellationToken cancellationToken = default)
    {
        var held = await ReadAsync("queryHoldList", (api, call, token) => api.HoldList(AgentId, call, token), CallReader.ReadIds, cancellationToken);
        return held.Failure is Refused { Code.Value: ResultCodes.NothingHeld } ? GatewayResult.Success<IReadOnlyList<string>>([]) : held;
    }

    /// <summary>Transfers the current call (CEC API reference cec_07_1242).</summary>
    /// <param name="request">Where to and how.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether the gateway accepted.</returns>
    /// <exception cref="ArgumentException">The destination does not allow the mode, or a member has a wrong form.</exception>
    public Task<GatewayResult<GatewayVoid>> TransferAsync(TransferRequest request, CancellationToken cancellationToken = default)
    {
        var body = TransferBody.From(request);
        return ActAsync("transfer", (api, call, token) => api.Transfer(AgentId, body.ToContent(call), call, token), cancellationToken, isUrgent: true);
    }
}
