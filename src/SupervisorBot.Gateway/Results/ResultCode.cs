using System.Text.Json.Serialization;

namespace SupervisorBot.Gateway.Results;

/// <summary>
/// A result code (<c>retcode</c>) of the gateway. Codes that the catalogue does not hold are carried through with a generic meaning.
/// </summary>
/// <param name="Value">The code as the gateway wrote it, such as "900-003". Compare it with the constants of <see cref="ResultCodes"/>.</param>
public sealed record ResultCode(string Value)
{
    /// <summary>What the code means and what an inspector can do about it.</summary>
    [JsonIgnore]
    public ResultMeaning Meaning => ResultCatalogue.Find(Value);

    /// <summary>True when the catalogue holds this code.</summary>
    [JsonIgnore]
    public bool IsKnown => ResultCatalogue.Contains(Value);

    /// <summary>
    /// True for every code of the 105 family: the gateway is being switched over after a disaster (CEC API reference cec_07_0580).
    /// </summary>
    [JsonIgnore]
    public bool IsDisasterSwitchOver => Value.StartsWith(ResultCodes.DisasterFamily, StringComparison.Ordinal);

    /// <summary>The code itself.</summary>
    /// <returns>The code as the gateway wrote it.</returns>
    public override string ToString() => Value;
}
