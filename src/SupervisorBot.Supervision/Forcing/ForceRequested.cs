using SupervisorBot.Supervision.Desk;

namespace SupervisorBot.Supervision.Forcing;

/// <summary>Put an agent into a state.</summary>
/// <param name="RequestId">The request's own id.</param>
/// <param name="Origin">Where it was asked.</param>
/// <param name="WorkNo">The agent's work number, 101 to 999999.</param>
/// <param name="State">The state.</param>
/// <param name="RestFor">How long a rest lasts, in whole seconds; for another state it does not count.</param>
/// <param name="Reason">Why, in the inspector's own words.</param>
[GenerateSerializer, Immutable]
public sealed record ForceRequested(string RequestId, RequestOrigin Origin, int WorkNo, ForcedState State, TimeSpan RestFor, string Reason)
    : SupervisionRequest(RequestId, Origin)
{
    /// <summary>The agent's name, or empty; the session notes it.</summary>
    [Id(0)]
    public string AgentName { get; init; } = "";
}
