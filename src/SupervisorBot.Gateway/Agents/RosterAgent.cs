namespace SupervisorBot.Gateway.Agents;

/// <summary>One agent of the roster.</summary>
/// <param name="WorkNo">The work number.</param>
/// <param name="Name">The agent's name; the work number where the gateway gives none.</param>
/// <param name="State">The state as the gateway tells it.</param>
public sealed record RosterAgent(int WorkNo, string Name, AgentState State)
{
    /// <summary>The state as the CTI platform tells it; <see cref="Agents.CtiStatus.Unknown"/> where it is not told.</summary>
    public CtiStatus CtiStatus { get; init; } = CtiStatus.Unknown;

    /// <summary>The agent group's id, where told.</summary>
    public int? GroupId { get; init; }

    /// <summary>The agent group's name, where told.</summary>
    public string? GroupName { get; init; }

    /// <summary>How long the agent has been in the state when the answer was written, in whole seconds, where told.</summary>
    public TimeSpan? TimeInState { get; init; }

    /// <summary>True when there is a live talk: by the CTI state where it is told, else by the gateway's.</summary>
    public bool IsTalking => CtiStatus == CtiStatus.Unknown ? State == AgentState.Talking : CtiStatus == CtiStatus.Talking;
}
