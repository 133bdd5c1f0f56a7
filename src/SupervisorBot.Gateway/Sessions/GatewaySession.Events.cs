using SupervisorBot.Gateway.Events;
using SupervisorBot.Gateway.Http;
using SupervisorBot.Gateway.Results;

namespace SupervisorBot.Gateway.Sessions;

/// <content>The event poll.</content>
public sealed partial class GatewaySession
{
    private int polling;

    /// <summary>
    /// Waits for the next event (CEC API reference cec_07_1274). The gateway holds the request for about 10 s and answers with one event or none.
    /// Poll again after <see cref="NextPollPause"/>; without a poll for two minutes the gateway signs the agent out. It is never repeated here.
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
                new GatewayCall("getAgentEvent"),
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
    /// The pause before the next poll: random between <see cref="GatewayOptions.PollPauseMinimum"/> and <see
    /// cref="GatewayOptions.PollPauseMaximum"/>.
    /// </summary>
    /// <returns>The pause.</returns>
    public TimeSpan NextPollPause() =>
        options.PollPauseMinimum + ((options.PollPauseMaximum - options.PollPauseMinimum) * random());
}
