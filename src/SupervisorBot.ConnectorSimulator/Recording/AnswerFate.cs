namespace SupervisorBot.ConnectorSimulator.Recording;

/// <summary>What becomes of an answer.</summary>
public enum AnswerFate
{
    /// <summary>It is sent.</summary>
    Sent,

    /// <summary>The connection is closed in the middle of it.</summary>
    Cut,

    /// <summary>The connection is closed without it.</summary>
    Dropped,

    /// <summary>Nothing is sent, the connection stays open.</summary>
    Withheld,
}
