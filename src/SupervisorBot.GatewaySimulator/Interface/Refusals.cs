namespace SupervisorBot.GatewaySimulator;

/// <summary>
/// What every operation is refused for before it is looked at: header, range and self first (000-003, 000-002, 000-005), then
/// the sign-in (100-006).
/// </summary>
internal sealed class Refusals(Floor floor)
{
    public string? Check(OperationCall call)
    {
        var agent = call.AgentId is { } id ? floor.Agents.GetValueOrDefault(id) : null;
        if (!call.Operation.NeedsSignIn)
        {
            return OutOfRange(call);
        }

        if (string.IsNullOrEmpty(call.Guid))
        {
            call.Violations.Add("no Guid header");
            return RetCode.NoRightToCall;
        }

        if (agent?.Session is { } session && session.Guids.Standing(call.Guid, floor.Now) < GuidStanding.Previous)
        {
            return RetCode.NoRightToCall;
        }

        if ((OutOfRange(call) ?? Oneself(call)) is { } refusal)
        {
            return refusal;
        }

        call.Caller = agent;
        call.Session = agent?.Session;
        return call.Session is null ? RetCode.NotSignedIn : null;
    }

    public string GuidWorth(OperationCall call)
    {
        if (string.IsNullOrEmpty(call.Guid))
        {
            return "absent";
        }

        var session = call.AgentId is { } id ? floor.Agents.GetValueOrDefault(id)?.Session : null;
        return (session?.Guids.Standing(call.Guid, floor.Now) ?? GuidStanding.Unknown) switch
        {
            GuidStanding.Current => "current",
            GuidStanding.Previous => "previous",
            GuidStanding.Lapsed => "lapsed",
            _ => "unknown",
        };
    }

    private static string? OutOfRange(OperationCall call)
    {
        if (call.AgentIdText is not null && call.AgentId is null)
        {
            call.Violations.Add("agent id out of range");
            return RetCode.BadParameter;
        }

        if (call.WorkNoText is not null && call.WorkNo is null)
        {
            call.Violations.Add("work number out of range");
            return RetCode.BadParameter;
        }

        return null;
    }

    private static string? Oneself(OperationCall call) =>
        call.Operation.InspectsAnother && call.WorkNo is { } workNo && workNo == call.AgentId ? RetCode.InspectorIsInspected : null;
}
