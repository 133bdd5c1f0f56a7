using Orleans.Concurrency;

namespace SupervisorBot.Supervision.Agents;

/// <summary>The one reader of a virtual call centre's agents; the grain's key is the VCC (VDN). Everybody's lists come from it.</summary>
public interface IRosterReader : IGrainWithStringKey
{
    /// <summary>The agents, read within the roster interval: read again under the asker's right where the last list is older.</summary>
    /// <param name="askerAgentId">The signed-in inspector who asks.</param>
    [AlwaysInterleave]
    Task<RosterView> ReadAsync(int askerAgentId);

    /// <summary>The same with what is known of the calls of agents who are in one, and with who monitors whom. Of the calls some are read with each reading.</summary>
    /// <param name="askerAgentId">The signed-in inspector who asks.</param>
    [AlwaysInterleave]
    Task<RosterView> ReadLiveAsync(int askerAgentId);

    /// <summary>Takes note of whom the inspectors of a node monitor; it counts until the node says otherwise, or says nothing for a while.</summary>
    /// <param name="node">The node.</param>
    /// <param name="monitors">Whom they monitor.</param>
    [AlwaysInterleave]
    Task ReportAsync(string node, IReadOnlyList<AgentMonitor> monitors);

    /// <summary>The agent as last read, or null.</summary>
    /// <param name="workNo">The agent's work number.</param>
    [AlwaysInterleave]
    Task<AgentView?> FindAsync(int workNo);
}
