namespace SupervisorBot.Gateway.Sessions;

/// <summary>The ranges of CEC API reference cec_07_0437, checked before any request.</summary>
internal static class GatewayArguments
{
    private const int LowestNumber = 101;
    private const int HighestNumber = 999_999;

    public static void CheckAgentId(int agentId) => CheckNumber(agentId, nameof(agentId), "An agent id");

    public static void CheckWorkNo(int workNo, string name = "workNo") => CheckNumber(workNo, name, "A work number");

    /// <summary>A call id is opaque, but one of dots alone would be taken out of the path by the rules of URIs.</summary>
    public static void CheckCallId(string callId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(callId);
        if (callId is "." or ".." || callId.Any(char.IsControl))
        {
            throw new ArgumentException("The call id cannot be one segment of a path.", nameof(callId));
        }
    }

    private static void CheckNumber(int number, string name, string what)
    {
        if (number is < LowestNumber or > HighestNumber)
        {
            throw new ArgumentOutOfRangeException(name, number, $"{what} is from {LowestNumber} to {HighestNumber}.");
        }
    }
}
