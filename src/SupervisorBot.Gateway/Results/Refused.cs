using System.Text.Json.Serialization;
using SupervisorBot.Gateway.Sessions;

namespace SupervisorBot.Gateway.Results;

/// <summary>The gateway answered and said no: a retcode other than "0". Nothing was done.</summary>
/// <param name="Code">The gateway's result code with its meaning.</param>
public sealed record Refused(ResultCode Code) : GatewayFailure
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override SessionVerdict Session => Code.Value switch
    {
        ResultCodes.NotSignedIn or ResultCodes.AlreadySignedOut => SessionVerdict.Gone,
        ResultCodes.NoRight => SessionVerdict.Doubtful,
        ResultCodes.SwitchingOver => SessionVerdict.SwitchingOver,
        _ when Code.IsDisasterSwitchOver => SessionVerdict.SwitchingOver,
        _ => SessionVerdict.Alive,
    };
}
