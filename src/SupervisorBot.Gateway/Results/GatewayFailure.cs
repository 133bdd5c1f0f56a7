using System.Text.Json.Serialization;
using SupervisorBot.Gateway.Sessions;

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

    /// <summary>What the failure says about the session that it happened to.</summary>
    [JsonIgnore]
    public virtual SessionVerdict Session => SessionVerdict.Unheard;
}
