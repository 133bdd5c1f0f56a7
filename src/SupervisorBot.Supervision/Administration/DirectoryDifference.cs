using SupervisorBot.Supervision.Inspectors;

namespace SupervisorBot.Supervision.Administration;

/// <summary>What is different between two versions of the directory.</summary>
/// <param name="Removed">The agent ids of inspectors that are gone.</param>
/// <param name="Put">The inspectors that are new or different, as they are afterwards.</param>
/// <param name="RemovedTeams">The names of teams that are gone; one that was renamed is among them.</param>
/// <param name="PutTeams">The teams that are new or different.</param>
public sealed record DirectoryDifference(
    IReadOnlyList<int> Removed, IReadOnlyList<InspectorProfile> Put, IReadOnlyList<string> RemovedTeams, IReadOnlyList<AgentTeam> PutTeams)
{
    /// <summary>Whether they are the same.</summary>
    public bool IsNone => Removed.Count + Put.Count + RemovedTeams.Count + PutTeams.Count == 0;

    /// <summary>Compares two versions.</summary>
    public static DirectoryDifference Of(DirectoryContents before, DirectoryContents after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var known = before.Inspectors.ToDictionary(profile => profile.Inspector.AgentId);
        var knownTeams = before.Teams.ToDictionary(team => team.Name, StringComparer.Ordinal);
        return new DirectoryDifference(
            [.. known.Keys.Except(after.Inspectors.Select(profile => profile.Inspector.AgentId))],
            [.. after.Inspectors.Where(profile => !known.TryGetValue(profile.Inspector.AgentId, out var was) || !AreSame(was, profile))],
            [.. knownTeams.Keys.Except(after.Teams.Select(team => team.Name))],
            [.. after.Teams.Where(team => !knownTeams.TryGetValue(team.Name, out var was) || !AreSame(was, team))]);
    }

    private static bool AreSame(InspectorProfile one, InspectorProfile other) =>
        one.Inspector == other.Inspector && one.Permissions == other.Permissions && one.Teams.Order(StringComparer.Ordinal).SequenceEqual(other.Teams.Order(StringComparer.Ordinal));

    private static bool AreSame(AgentTeam one, AgentTeam other) =>
        one.WorkNumbers == other.WorkNumbers && one.Groups.Order(StringComparer.Ordinal).SequenceEqual(other.Groups.Order(StringComparer.Ordinal));
}
