namespace SupervisorBot.Gateway;

/// <summary>The names under which the gateway client measures.</summary>
public static class GatewayTelemetry
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "SupervisorBot.Gateway";

    /// <summary>The activity source's name: one client activity for each request, named after its operation.</summary>
    public const string ActivitySourceName = "SupervisorBot.Gateway";

    /// <summary>Histogram, seconds: the time of a request, by operation and outcome. Its count is the number of requests.</summary>
    public const string RequestDuration = "supervisorbot.gateway.request.duration";

    /// <summary>Counter: requests by operation and outcome.</summary>
    public const string Requests = "supervisorbot.gateway.requests";

    /// <summary>Tag of an activity: the inspector's agent id.</summary>
    public const string AgentIdTag = "agent.id";

    /// <summary>Tag: the operation's name as in the gateway's own logs, such as "intercept".</summary>
    public const string OperationTag = "operation";

    /// <summary>Tag: success, refused, unreachable, unknown or cancelled.</summary>
    public const string OutcomeTag = "outcome";

    /// <summary>Tag: the result code of a refusal.</summary>
    public const string ResultCodeTag = "retcode";

    /// <summary>
    /// Tag: what went wrong in transport where the outcome is unreachable or unknown, such as "Timeout", "CircuitOpen" or "Busy".
    /// </summary>
    public const string FaultTag = "fault";
}
