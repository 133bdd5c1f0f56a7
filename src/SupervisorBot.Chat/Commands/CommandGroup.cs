namespace SupervisorBot.Chat.Commands;

/// <summary>What commands are about; help lists them under it, in this order.</summary>
internal enum CommandGroup
{
    /// <summary>Taking part in an agent's call, or taking it over.</summary>
    Calls,

    /// <summary>What one does with the customer of a call that one has taken over.</summary>
    TakenOver,

    /// <summary>Seeing agents, their calls, and what was done to them.</summary>
    Agents,

    /// <summary>Acting on an agent's state and calls from outside.</summary>
    Forcing,

    /// <summary>Signing in, and the bot itself.</summary>
    You,
}
