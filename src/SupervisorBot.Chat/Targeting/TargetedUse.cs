namespace SupervisorBot.Chat.Targeting;

/// <summary>When the bot sends targeted messages, which one person alone sees among all who are in a group chat or channel.</summary>
public enum TargetedUse
{
    /// <summary>Where the channel is Teams and has not refused one there.</summary>
    Auto,

    /// <summary>Never.</summary>
    Off,
}
