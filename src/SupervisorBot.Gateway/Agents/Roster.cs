namespace SupervisorBot.Gateway.Agents;

/// <summary>The agents that an inspector can see, at one moment.</summary>
/// <param name="Agents">The agents that are signed in, by work number, the reading inspector included.</param>
/// <param name="Source">The interface that answered.</param>
public sealed record Roster(IReadOnlyList<RosterAgent> Agents, RosterSource Source);
