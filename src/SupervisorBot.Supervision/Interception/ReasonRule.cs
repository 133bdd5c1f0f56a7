namespace SupervisorBot.Supervision.Interception;

/// <summary>Whether an interception is asked for its reason.</summary>
public enum ReasonRule
{
    /// <summary>No.</summary>
    NotAsked,

    /// <summary>It may be given.</summary>
    Optional,

    /// <summary>It has to be given.</summary>
    Required,
}
