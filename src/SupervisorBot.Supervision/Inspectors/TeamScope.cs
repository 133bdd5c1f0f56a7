namespace SupervisorBot.Supervision.Inspectors;

/// <summary>A set of agents, by work number and by group.</summary>
internal sealed class TeamScope
{
    private readonly HashSet<int> _workNumbers;
    private readonly HashSet<string> _groups;

    private TeamScope(IEnumerable<int> workNumbers, IEnumerable<string> groups, bool isEveryone = false)
    {
        _workNumbers = [.. workNumbers];
        _groups = new HashSet<string>(groups, StringComparer.OrdinalIgnoreCase);
        IsEveryone = isEveryone;
    }

    public static TeamScope Everyone { get; } = new([], [], isEveryone: true);

    public bool IsEveryone { get; }

    public IReadOnlyCollection<int> WorkNumbers => _workNumbers;

    /// <summary>Whether the group of an agent may decide.</summary>
    public bool HasGroups => _groups.Count > 0;

    public static TeamScope Of(AgentTeam team) =>
        new(Inspectors.WorkNumbers.TryParse(team.WorkNumbers, out var numbers) ? numbers : [], team.Groups);

    public static TeamScope Union(IEnumerable<TeamScope> scopes)
    {
        List<TeamScope> all = [.. scopes];
        return new TeamScope(all.SelectMany(scope => scope._workNumbers), all.SelectMany(scope => scope._groups));
    }

    /// <summary>Whether the work number alone puts an agent in.</summary>
    public bool Holds(int workNo) => IsEveryone || _workNumbers.Contains(workNo);

    /// <summary>Whether an agent of this group is in.</summary>
    public bool Holds(int workNo, string group) => Holds(workNo) || _groups.Contains(group.Trim());
}
