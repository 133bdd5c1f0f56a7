using SupervisorBot.Gateway.Events;
using SupervisorBot.Gateway.Http;
using SupervisorBot.Gateway.Push;
using SupervisorBot.Gateway.Results;

namespace SupervisorBot.Gateway.Sessions;

/// <content>The event poll.</content>
public sealed partial class GatewaySession
{
    private int polling;

    /// <summary>
    /// Waits for the next event (CEC API reference cec_07_1274). The gateway holds the request for about 10 s and answers with one event or none.
    /// Poll again after <see cref="NextPollPause"/>, after failures as <see cref="PollPause"/> says; without a poll for two minutes the gateway signs the agent out. It is never
    /// repeated here, but for one that is refused for a Guid that was renewed while it was under way.
    /// </summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The event, or a success with null when there was none.</returns>
    /// <exception cref="InvalidOperationException">A poll of this session is under way already.</exception>
    public async Task<GatewayResult<GatewayEvent?>> PollAsync(CancellationToken cancellationToken = default)
    {
        if (Interlocked.Exchange(ref polling, 1) != 0)
        {
            throw new InvalidOperationException("A poll of this session is under way already.");
        }

        try
        {
            return await transport.ExecuteAsync(
                new GatewayCall("getAgentEvent", CallKind.KeepAlive),
                options.PollTimeout,
                (call, token) => transport.Acts.Poll(AgentId, call, token),
                static (_, envelope) => EventReader.Read(envelope.Event),
                cancellationToken);
        }
        finally
        {
            Interlocked.Exchange(ref polling, 0);
        }
    }

    /// <summary>
    /// Tells the gateway that this session is still there (CEC API reference cec_07_1204): every <see cref="GatewayOptions.HandshakeInterval"/> when the
    /// events are pushed; without one for two minutes the gateway signs the agent out. The session takes the newer Guid that its answer may bring. It is
    /// repeated here no more than a poll.
    /// </summary>
    /// <param name="serviceToken">The service token to name to the gateway, 1 to 50 letters and digits; null for none.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether the gateway agreed.</returns>
    /// <exception cref="ArgumentException">The service token has a wrong form.</exception>
    public Task<GatewayResult<GatewayVoid>> HandshakeAsync(string? serviceToken = null, CancellationToken cancellationToken = default)
    {
        if (serviceToken is not null && !PushTarget.IsServiceToken(serviceToken))
        {
            throw new ArgumentException($"A service token has 1 to {PushTarget.LongestServiceToken} letters and digits.", nameof(serviceToken));
        }

        return ActAsync("handshake", (api, call, token) => api.Handshake(AgentId, serviceToken, call, token), cancellationToken, CallKind.KeepAlive);
    }

    /// <summary>
    /// The pause before the next poll: random between <see cref="GatewayOptions.PollPauseMinimum"/> and <see
    /// cref="GatewayOptions.PollPauseMaximum"/>.
    /// </summary>
    /// <returns>The pause.</returns>
    public TimeSpan NextPollPause() => PollPause.After(false, 0, TimeSpan.Zero, TimeSpan.Zero, options, random());
}
