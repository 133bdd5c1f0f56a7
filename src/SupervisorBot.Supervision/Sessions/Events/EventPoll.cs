using SupervisorBot.Gateway.Events;
using SupervisorBot.Gateway.Results;
using SupervisorBot.Gateway.Sessions;
using SupervisorBot.Supervision.Sessions.Machine;

namespace SupervisorBot.Supervision.Sessions.Events;

/// <summary>Reads one inspector's events: one poll at a time, the next 200 to 500 ms after an answer (CEC API reference cec_07_1274).</summary>
internal sealed class EventPoll(GatewaySession gateway, SessionServices services, Func<SessionInput, bool> post) : EventSource(gateway, services, post)
{
    protected override Task<GatewayResult<GatewayEvent?>> AskAsync(CancellationToken cancellationToken) => Gateway.PollAsync(cancellationToken);
}
