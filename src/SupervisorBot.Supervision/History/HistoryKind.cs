namespace SupervisorBot.Supervision.History;

/// <summary>What was done to an agent or a call.</summary>
public enum HistoryKind
{
    /// <summary>The call was to be taken over.</summary>
    Intercept,

    /// <summary>Somebody listened.</summary>
    Listen,

    /// <summary>Somebody whispered to the agent.</summary>
    Whisper,

    /// <summary>Somebody took part.</summary>
    Insert,

    /// <summary>The agent's state was to be changed against their own.</summary>
    Force,

    /// <summary>The agent's call was to be released.</summary>
    Drop,
}
