using SupervisorBot.Supervision.Agents;

namespace SupervisorBot.Chat.Watches;

/// <summary>Who is signed in of those that somebody sees. What the gateway tells of sign-outs counts at once, and longer than a list that was read before it.</summary>
internal sealed class Presence
{
    private readonly Dictionary<int, DateTimeOffset> _left = [];
    private Dictionary<int, AgentView>? _present;

    /// <summary>Whether only the agents of a team are read.</summary>
    public bool IsTeam { get; private set; }

    /// <summary>Takes a reading.</summary>
    /// <returns>Who came and who went since the one before; nobody with the first one.</returns>
    public (IReadOnlyList<AgentView> Came, IReadOnlyList<AgentView> Went) Take(RosterView roster)
    {
        var now = roster.Agents
            .Where(agent => !_left.TryGetValue(agent.WorkNo, out var left) || roster.AsOf > left)
            .ToDictionary(agent => agent.WorkNo);
        var before = _present;
        (_present, IsTeam) = (now, roster.Team is not null);
        foreach (var (workNo, _) in _left.Where(entry => roster.AsOf > entry.Value).ToList())
        {
            _left.Remove(workNo);
        }

        return before is null
            ? ([], [])
            : ([.. now.Values.Where(agent => !before.ContainsKey(agent.WorkNo))], [.. before.Values.Where(agent => !now.ContainsKey(agent.WorkNo))]);
    }

    /// <summary>The gateway told that an agent signed out.</summary>
    /// <returns>The agent as last seen; null where they were not seen.</returns>
    public AgentView? Leave(int workNo, DateTimeOffset now)
    {
        if (_present is null || !_present.Remove(workNo, out var agent))
        {
            return null;
        }

        _left[workNo] = now;
        return agent;
    }
}
