namespace SupervisorBot.Chat.Watches;

/// <summary>What is wrong with a /watch.</summary>
internal enum WatchError
{
    /// <summary>Its first word is none of those known.</summary>
    NotKnown,

    /// <summary>"longer" and a span of 10 seconds to 24 hours are missing.</summary>
    HowLong,

    /// <summary>The state is none of those known.</summary>
    WhichState,

    /// <summary>The hours are no two different times of day.</summary>
    WhichHours,

    /// <summary>Neither a rule's number nor "all".</summary>
    WhatOff,
}
