using SupervisorBot.Gateway.Events;
using SupervisorBot.Gateway.Results;
using SupervisorBot.Gateway.Sessions;
using SupervisorBot.Supervision.Sessions.Machine;

namespace SupervisorBot.Supervision.Sessions.Events;

/// <summary>
/// Keeps a session alive whose events the gateway sends by itself (<see cref="GatewayEventEndpoint"/>): a handshake every 30 s (CEC API reference cec_07_1204).
/// </summary>
internal sealed class EventPush(GatewaySession gateway, string serviceToken, SessionServices services, Func<SessionInput, bool> post)
    : EventSource(gateway, services, post)
{
    protected override async Task<GatewayResult<GatewayEvent?>> AskAsync(CancellationToken cancellationToken) =>
        (await Gateway.HandshakeAsync(serviceToken, cancellationToken)).Map<GatewayEvent?>(_ => null);

    protected override TimeSpan? Interval => Services.Gateway.HandshakeInterval;
}
