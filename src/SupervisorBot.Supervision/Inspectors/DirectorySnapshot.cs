namespace SupervisorBot.Supervision.Inspectors;

/// <summary>The directory at one version, ready to be asked.</summary>
internal sealed class DirectorySnapshot
{
    private readonly Dictionary<string, InspectorProfile> _byEntraObjectId;
    private readonly Dictionary<int, InspectorProfile> _byAgentId;
    private readonly Dictionary<string, TeamScope> _teams;

    public DirectorySnapshot(DirectoryContents contents)
    {
        Contents = contents;
        _byEntraObjectId = contents.Inspectors.ToDictionary(profile => profile.Inspector.EntraObjectId, StringComparer.OrdinalIgnoreCase);
        _byAgentId = contents.Inspectors.ToDictionary(profile => profile.Inspector.AgentId);
        _teams = contents.Teams.ToDictionary(team => team.Name, TeamScope.Of, StringComparer.OrdinalIgnoreCase);
        TeamWorkNumbers = [.. _teams.Values.SelectMany(scope => scope.WorkNumbers).Distinct().Order()];
    }

    public DirectoryContents Contents { get; }

    /// <summary>The work numbers of all teams.</summary>
    public IReadOnlyCollection<int> TeamWorkNumbers { get; }

    public InspectorProfile? Find(string? entraObjectId) => entraObjectId is null ? null : _byEntraObjectId.GetValueOrDefault(entraObjectId);

    public InspectorProfile? Find(int agentId) => _byAgentId.GetValueOrDefault(agentId);

    /// <summary>The profile of an inspector as they are: none where the agent id has become another person's.</summary>
    public InspectorProfile? Find(Inspector inspector) =>
        Find(inspector.AgentId) is { } profile && IsSamePerson(profile.Inspector, inspector) ? profile : null;

    /// <summary>Whom a team holds; null where there is no team of that name.</summary>
    public TeamScope? FindTeam(string name) => _teams.GetValueOrDefault(name);

    public bool IsInspector(int agentId) => _byAgentId.ContainsKey(agentId);

    /// <summary>With whom an inspector has to do: everyone where no team is named for them. A team that is not known any more holds nobody.</summary>
    public TeamScope ScopeOf(InspectorProfile profile) => profile.Teams.Count == 0
        ? TeamScope.Everyone
        : TeamScope.Union(profile.Teams.Select(name => _teams.GetValueOrDefault(name)).OfType<TeamScope>());

    public static bool IsSamePerson(Inspector one, Inspector other) =>
        one.AgentId == other.AgentId && string.Equals(one.EntraObjectId, other.EntraObjectId, StringComparison.OrdinalIgnoreCase);
}
