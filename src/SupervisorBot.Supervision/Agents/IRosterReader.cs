using Orleans.Concurrency;

namespace SupervisorBot.Supervision.Agents;

/// <summary>The one reader of a virtual call centre's agents; the grain's key is the VCC (VDN). Everybody's lists come from it.</summary>
public interface IRosterReader : IGrainWithStringKey
{
    /// <summary>The agents, read within the roster interval: read again under the asker's right where the last list is older.</summary>
    /// <param name="askerAgentId">The signed-in inspector who asks.</param>
    [AlwaysInterleave]
    Task<RosterView> ReadAsync(int askerAgentId);

    /// <summary>The agent as last read, or null.</summary>
    /// <param name="workNo">The agent's work number.</param>
    [AlwaysInterleave]
    Task<AgentView?> FindAsync(int workNo);
}
