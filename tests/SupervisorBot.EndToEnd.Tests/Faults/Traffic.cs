using SupervisorBot.GatewaySimulator;

namespace SupervisorBot.EndToEnd.Tests.Faults;

/// <summary>What reached the gateway on behalf of one inspector.</summary>
/// <param name="Attaches">Requests to listen.</param>
/// <param name="Intercepts">Intercepts: more than one for a press would be one too many.</param>
/// <param name="Detaches">Requests to leave the call again.</param>
internal sealed record Traffic(int Attaches, int Intercepts, int Detaches)
{
    public static Traffic Of(RequestLog log, int inspector)
    {
        var agentId = inspector.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return new Traffic(Count("addSupervise"), Count("intercept"), Count("stopSuperviseOrInsert"));

        int Count(string operation) => log.Snapshot(operation).Count(request => request.AgentId == agentId);
    }
}
