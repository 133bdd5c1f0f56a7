using SupervisorBot.GatewaySimulator;

namespace SupervisorBot.EndToEnd.Tests.Faults;

/// <summary>What reached the gateway on behalf of one inspector.</summary>
/// <param name="Attaches">Requests to listen.</param>
/// <param name="Intercepts">Intercepts: more than one for a press would be one too many.</param>
/// <param name="Detaches">Requests to leave the call again.</param>
internal sealed record Traffic(int Attaches, int Intercepts, int Detaches)
{
    /// <summary>Nothing at all.</summary>
    public static Traffic Nothing { get; } = new(0, 0, 0);

    /// <summary>The listen, and what came of it made an end.</summary>
    public static Traffic ListenOnly { get; } = new(1, 0, 0);

    /// <summary>The listen, and leaving again: the intercept was not sent.</summary>
    public static Traffic NotSent { get; } = new(1, 0, 1);

    /// <summary>The listen and the intercept.</summary>
    public static Traffic Whole { get; } = new(1, 1, 0);

    /// <summary>The listen, the intercept, and leaving again since it did not come about.</summary>
    public static Traffic Undone { get; } = new(1, 1, 1);

    public static Traffic Of(RequestLog log, int inspector)
    {
        var agentId = inspector.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return new Traffic(Count("addSupervise"), Count("intercept"), Count("stopSuperviseOrInsert"));

        int Count(string operation) => log.Snapshot(operation).Count(request => request.AgentId == agentId);
    }
}
