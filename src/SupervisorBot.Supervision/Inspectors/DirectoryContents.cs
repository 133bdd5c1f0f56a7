namespace SupervisorBot.Supervision.Inspectors;

/// <summary>Who the inspectors are, what they may do, and which teams there are.</summary>
/// <param name="Version">Numbers the changes; it only ever grows.</param>
/// <param name="Inspectors">The inspectors, by agent id.</param>
/// <param name="Teams">The teams, by name.</param>
public sealed record DirectoryContents(long Version, IReadOnlyList<InspectorProfile> Inspectors, IReadOnlyList<AgentTeam> Teams);
