namespace SupervisorBot.Gateway.Results;

/// <summary>
/// The request was surely not acted on: it never left, or a server in front of the gateway turned it away. It may be tried again.
/// </summary>
/// <param name="Fault">What went wrong, for logs.</param>
public sealed record Unreachable(GatewayFault Fault) : GatewayFailure;
