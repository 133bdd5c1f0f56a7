namespace SupervisorBot.Storage.Audit;

/// <summary>What can be wrong with the audit.</summary>
public enum AuditFaultKind
{
    /// <summary>A row was changed.</summary>
    Altered,

    /// <summary>Rows were removed.</summary>
    Removed,

    /// <summary>A row was put in that the bot did not write.</summary>
    Inserted,

    /// <summary>Rows stand in another order than they were written in.</summary>
    Reordered,

    /// <summary>Rows were removed from the end.</summary>
    Cut,

    /// <summary>When a row was written, the end before it was not as the bot had left it.</summary>
    BegunAnew,

    /// <summary>A row is signed with a key that is not known.</summary>
    UnknownKey,

    /// <summary>The mark of the last row is missing, was changed, or is an earlier one.</summary>
    HeadChanged,

    /// <summary>The mark of the last row that was removed as too old was changed.</summary>
    CheckpointChanged,

    /// <summary>The head that was given is not the audit's.</summary>
    OtherHead,

    /// <summary>The head that was given is of a row that was removed as too old.</summary>
    HeadTooOld,
}
