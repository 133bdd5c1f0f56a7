using SupervisorBot.Gateway.Http;
using SupervisorBot.Gateway.Results;

namespace SupervisorBot.Gateway.Sessions;

/// <content>Interception. The request is sent once, whatever happens.</content>
public sealed partial class GatewaySession
{
    /// <summary>Intercepts the call of an agent who is being monitored, whichever it is (CEC API reference cec_07_2403).</summary>
    /// <param name="workNo">The agent, 101 to 999999.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether the gateway accepted; the talk begins with AgentEvent_Talking. After <see cref="Unknown"/> read the state back, never repeat.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The work number is out of range.</exception>
    public Task<GatewayResult<GatewayVoid>> InterceptAsync(int workNo, CancellationToken cancellationToken = default)
    {
        GatewayArguments.CheckWorkNo(workNo);
        return InterceptOnceAsync((call, token) => transport.Acts.Intercept(AgentId, workNo, call, token), null, cancellationToken);
    }

    /// <summary>Intercepts one call of an agent who is being monitored (CEC API reference cec_07_0437).</summary>
    /// <param name="workNo">The agent, 101 to 999999.</param>
    /// <param name="callId">The call, as the gateway named it.</param>
    /// <param name="mayLeave">
    /// Asked at the last moment before the request leaves: a process that was stopped for a while must not send what others have come to believe was never
    /// sent. Where it says no, the result is <see cref="Unreachable"/>. Null: it may leave whenever.
    /// </param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether the gateway accepted; the talk begins with AgentEvent_Talking. After <see cref="Unknown"/> read the state back, never repeat.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The work number is out of range.</exception>
    /// <exception cref="ArgumentException">The call id is empty or cannot be one segment of a path.</exception>
    public Task<GatewayResult<GatewayVoid>> InterceptAsync(
        int workNo, string callId, Func<bool>? mayLeave = null, CancellationToken cancellationToken = default)
    {
        GatewayArguments.CheckWorkNo(workNo);
        GatewayArguments.CheckCallId(callId);
        return InterceptOnceAsync((call, token) => transport.Acts.Intercept(AgentId, workNo, callId, call, token), mayLeave, cancellationToken);
    }

    private async Task<GatewayResult<GatewayVoid>> InterceptOnceAsync(
        Func<GatewayCall, CancellationToken, Task<HttpResponseMessage>> send, Func<bool>? mayLeave, CancellationToken cancellationToken)
    {
        if (await RefreshOldGuidAsync(cancellationToken) is { } failure)
        {
            return GatewayResult.Failed<GatewayVoid>(failure);
        }

        return await transport.ExecuteAsync(
            new GatewayCall("intercept", CallKind.Act, isUrgent: true) { MayLeave = mayLeave }, options.InterceptTimeout, send, static (_, _) => default(GatewayVoid), cancellationToken);
    }

    /// <summary>An intercept refused for its Guid is not sent again, so an old Guid is refreshed before.</summary>
    private async Task<GatewayFailure?> RefreshOldGuidAsync(CancellationToken cancellationToken)
    {
        if (identity.GuidAge is not { } age || age <= options.GuidMaximumAge)
        {
            return null;
        }

        var status = await ReadStatusAsync(isUrgent: true, cancellationToken);
        return status.Failure switch
        {
            // The gateway has said what it would say to the intercept.
            Refused { Code.Value: ResultCodes.NotSignedIn or ResultCodes.NoRight } refused => refused,

            // Another refusal is agentstatus's own, and an unreadable answer is still an answer, whose Guid was taken.
            null or Refused or Unknown { Fault: GatewayFault.UnreadableAnswer } => null,

            // The intercept has not been sent, so this much is sure.
            _ => new Unreachable(GatewayFault.GuidNotRefreshed),
        };
    }
}
