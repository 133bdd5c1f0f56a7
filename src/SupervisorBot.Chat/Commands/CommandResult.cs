namespace SupervisorBot.Chat.Commands;

/// <summary>What became of a command.</summary>
internal enum CommandResult
{
    /// <summary>It was carried out, or accepted.</summary>
    Done,

    /// <summary>It was understood and refused.</summary>
    Refused,

    /// <summary>Its arguments were not understood.</summary>
    Malformed,

    /// <summary>It is no command.</summary>
    Unknown,
}
