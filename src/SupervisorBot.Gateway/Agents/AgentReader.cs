using System.Globalization;
using System.Text.Json;
using SupervisorBot.Gateway.Http;

namespace SupervisorBot.Gateway.Agents;

/// <summary>Reads agents and their states.</summary>
internal static class AgentReader
{
    /// <exception cref="FormatException">There is no state in the result.</exception>
    public static AgentStatus ReadStatus(JsonElement result)
    {
        // The reference's table says "array", its sample is an object.
        var element = result.ValueKind == JsonValueKind.Array && result.GetArrayLength() > 0 ? result[0] : result;
        var state = LenientJson.Member(element, "agentState");
        if (LenientJson.IsNothing(state))
        {
            throw new FormatException("An agent's state was expected.");
        }

        var working = LenientJson.Member(element, "isWorking");
        return new AgentStatus(ReadState(state), !LenientJson.IsNothing(working) && LenientJson.ToBoolean(working));
    }

    /// <summary>An agent, or null where the element holds no work number.</summary>
    public static RosterAgent? ReadAgent(JsonElement element)
    {
        var number = element.ValueKind == JsonValueKind.Object ? LenientJson.Member(element, "workno") : element;
        if (LenientJson.ToInt(number) is not { } workNo)
        {
            return null;
        }

        var seconds = LenientJson.Int(element, "currentstatetime");
        return new RosterAgent(
            workNo,
            LenientJson.Text(element, "name")?.Trim() is { Length: > 0 } name ? name : workNo.ToString(CultureInfo.InvariantCulture),
            ReadState(LenientJson.Member(element, "status")))
        {
            CtiStatus = ReadCti(LenientJson.Member(element, "ctiStatus")),
            GroupId = LenientJson.Int(element, "groupid"),
            GroupName = LenientJson.Text(element, "groupname") is { Length: > 0 } group ? group : null,
            TimeInState = seconds is >= 0 ? TimeSpan.FromSeconds(seconds.Value) : null,
        };
    }

    private static AgentState ReadState(JsonElement element) =>
        LenientJson.ToInt(element) is { } number && Enum.IsDefined((AgentState)number) ? (AgentState)number : AgentState.Unknown;

    private static CtiStatus ReadCti(JsonElement element) =>
        LenientJson.ToInt(element) is { } number && Enum.IsDefined((CtiStatus)number) ? (CtiStatus)number : CtiStatus.Unknown;
}
