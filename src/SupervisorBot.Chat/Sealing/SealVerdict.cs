namespace SupervisorBot.Chat.Sealing;

/// <summary>What was found about the seal of a pressed button.</summary>
internal enum SealVerdict
{
    /// <summary>The button is one of ours, unchanged, from this conversation, and not too old.</summary>
    Good,

    /// <summary>There is none, or nothing that could be one.</summary>
    Missing,

    /// <summary>The key that it names is not there any more, or never was.</summary>
    UnknownKey,

    /// <summary>It was made for other data, another conversation or another tenant, or not by this bot.</summary>
    Wrong,

    /// <summary>It is right and older than <see cref="PressOptions.Lifetime"/>.</summary>
    TooOld,
}
