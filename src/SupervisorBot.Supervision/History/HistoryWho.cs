namespace SupervisorBot.Supervision.History;

/// <summary>Whose acts are asked for.</summary>
public enum HistoryWho
{
    /// <summary>The asker's own.</summary>
    Me,

    /// <summary>Everybody's, on the agents of the asker's teams.</summary>
    Everyone,

    /// <summary>Everybody's on one agent.</summary>
    Agent,
}
