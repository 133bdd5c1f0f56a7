namespace SupervisorBot.Gateway.Results;

/// <summary>
/// The request was sent and no readable answer came: the gateway may or may not have acted on it. An operation that changes
/// something must not be repeated before the state has been read back.
/// </summary>
/// <param name="Fault">What went wrong, for logs.</param>
public sealed record Unknown(GatewayFault Fault) : GatewayFailure;
