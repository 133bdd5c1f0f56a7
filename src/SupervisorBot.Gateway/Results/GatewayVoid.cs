namespace SupervisorBot.Gateway.Results;

/// <summary>The value of an operation that returns nothing but its success.</summary>
public readonly record struct GatewayVoid;
