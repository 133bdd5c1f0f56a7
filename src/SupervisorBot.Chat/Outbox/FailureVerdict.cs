namespace SupervisorBot.Chat.Outbox;

/// <summary>What follows from a failed sending.</summary>
internal enum FailureVerdict
{
    /// <summary>It is tried again later.</summary>
    Retry,

    /// <summary>It could not even begin, for a reason of this process: it is tried again soon, and does not count.</summary>
    NotYet,

    /// <summary>It is given up.</summary>
    Bury,

    /// <summary>Nothing may be sent there until something comes in from there again.</summary>
    Stop,
}
