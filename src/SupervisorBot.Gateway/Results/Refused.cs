namespace SupervisorBot.Gateway.Results;

/// <summary>The gateway answered and said no: a retcode other than "0". Nothing was done.</summary>
/// <param name="Code">The gateway's result code with its meaning.</param>
public sealed record Refused(ResultCode Code) : GatewayFailure;
