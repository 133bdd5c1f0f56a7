using System.Text.Json.Serialization;

namespace SupervisorBot.Gateway.Results;

/// <summary>
/// Why an operation has no value: exactly one of <see cref="Refused"/>, <see cref="Unreachable"/> or <see cref="Unknown"/>.
/// </summary>
[JsonDerivedType(typeof(Refused), "refused")]
[JsonDerivedType(typeof(Unreachable), "unreachable")]
[JsonDerivedType(typeof(Unknown), "unknown")]
public abstract record GatewayFailure
{
    private protected GatewayFailure()
    {
    }
}
