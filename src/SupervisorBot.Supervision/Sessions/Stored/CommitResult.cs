namespace SupervisorBot.Supervision.Sessions.Stored;

/// <summary>What became of a commit.</summary>
public enum CommitResult
{
    /// <summary>All of it is stored.</summary>
    Committed,

    /// <summary>Another activation opened the session, or stored a change of one of the interceptions, first: nothing of it is stored, and nothing of it may be done.</summary>
    Superseded,

    /// <summary>The request was handled before: nothing of it is stored. What was answered then is found by its id.</summary>
    RequestKnown,
}
