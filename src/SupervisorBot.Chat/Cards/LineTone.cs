namespace SupervisorBot.Chat.Cards;

/// <summary>How a paragraph is underlined. Never the only carrier of a meaning.</summary>
internal enum LineTone
{
    /// <summary>As it is.</summary>
    Plain,

    /// <summary>Bold.</summary>
    Strong,

    /// <summary>Bold, in the client's colour for what went well.</summary>
    Good,

    /// <summary>Bold, in the client's colour for what needs attention.</summary>
    Warning,
}
