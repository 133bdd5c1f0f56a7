namespace SupervisorBot.Supervision.Sessions;

/// <summary>What to do about a commit that failed.</summary>
internal enum StoringNext
{
    /// <summary>It is tried again after a pause.</summary>
    Again,

    /// <summary>It is tried again after a pause, without what tells of it.</summary>
    WithoutMessages,

    /// <summary>It is not stored, and changes nothing.</summary>
    Fail,

    /// <summary>Whether it is stored is not known, or the session cannot go on without it: the session goes on from what is stored.</summary>
    OpenAnew,
}
