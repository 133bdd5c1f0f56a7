using SupervisorBot.Supervision.Desk;

namespace SupervisorBot.Supervision.Forcing;

/// <summary>Release a call of an agent: the customer's call ends.</summary>
/// <param name="RequestId">The request's own id.</param>
/// <param name="Origin">Where it was asked.</param>
/// <param name="WorkNo">The work number of the agent among whose calls it has to be, 101 to 999999.</param>
/// <param name="CallId">The call.</param>
/// <param name="Reason">Why, in the inspector's own words.</param>
[GenerateSerializer, Immutable]
public sealed record DropRequested(string RequestId, RequestOrigin Origin, int WorkNo, string CallId, string Reason) : SupervisionRequest(RequestId, Origin)
{
    /// <summary>The agent's name, or empty; the session notes it.</summary>
    [Id(0)]
    public string AgentName { get; init; } = "";
}
