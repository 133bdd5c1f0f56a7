using SupervisorBot.Supervision.Desk;

namespace SupervisorBot.Supervision.Agents;

/// <summary>The agents at a moment.</summary>
/// <param name="Agents">The agents, the asker left out: monitored by the asker first, then those talking, then by work number.</param>
/// <param name="AsOf">When the gateway was read.</param>
/// <param name="Refusal">Why nothing could be read: the inspector is not signed in.</param>
/// <param name="Problem">Why the gateway could not be read just now; <paramref name="Agents"/> is then the last known list, or empty.</param>
[GenerateSerializer, Immutable]
public sealed record RosterView(IReadOnlyList<AgentView> Agents, DateTimeOffset AsOf, Refusal? Refusal = null, Problem? Problem = null)
{
    /// <summary>The team to which the agents were narrowed, by its name in the directory; null where they were not.</summary>
    [Id(0)]
    public string? Team { get; init; }
}
