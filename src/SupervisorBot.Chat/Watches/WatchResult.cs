namespace SupervisorBot.Chat.Watches;

/// <summary>What became of a change.</summary>
internal enum WatchResult
{
    /// <summary>Nothing was to be changed.</summary>
    Shown,

    /// <summary>A rule was added.</summary>
    Added,

    /// <summary>The quiet hours were set.</summary>
    QuietSet,

    /// <summary>Rules were ended.</summary>
    Ended,

    /// <summary>There are too many rules already.</summary>
    TooMany,

    /// <summary>There is no such rule.</summary>
    NoSuchRule,
}
