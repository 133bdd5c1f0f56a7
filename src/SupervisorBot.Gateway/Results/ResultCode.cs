using System.Text.Json.Serialization;

namespace SupervisorBot.Gateway.Results;

/// <summary>
/// A result code (<c>retcode</c>) of the gateway (CEC API reference cec_07_0580). One that the reference does not list is carried through as it is.
/// </summary>
/// <param name="Value">The code as the gateway wrote it, such as "900-003". Compare it with the constants of <see cref="ResultCodes"/>.</param>
public sealed record ResultCode(string Value)
{
    /// <summary>
    /// True for every code of the 105 family: the gateway is being switched over after a disaster (CEC API reference cec_07_0580).
    /// </summary>
    [JsonIgnore]
    public bool IsDisasterSwitchOver => Value.StartsWith(ResultCodes.DisasterFamily, StringComparison.Ordinal);

    /// <summary>The code itself.</summary>
    /// <returns>The code as the gateway wrote it.</returns>
    public override string ToString() => Value;
}
