namespace SupervisorBot.Gateway.Http;

/// <summary>One base address of the gateway, with what all sessions have learnt about it.</summary>
/// <param name="BaseAddress">The base address, ending in a slash.</param>
/// <param name="Circuit">Its circuit breaker.</param>
internal sealed record GatewayNode(Uri BaseAddress, NodeCircuit Circuit)
{
    /// <summary>Host and port, for logs.</summary>
    public string Name => BaseAddress.Authority;
}
