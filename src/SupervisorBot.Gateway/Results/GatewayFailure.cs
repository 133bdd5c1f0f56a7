namespace SupervisorBot.Gateway.Results;

/// <summary>
/// Why an operation has no value: exactly one of <see cref="Refused"/>, <see cref="Unreachable"/> or <see cref="Unknown"/>.
/// </summary>
public abstract record GatewayFailure
{
    private protected GatewayFailure()
    {
    }
}
