using System.Diagnostics.CodeAnalysis;

namespace SupervisorBot.Supervision.Access;

/// <summary>What an inspector may be allowed to do. Signing in and out, leaving a call, hanging up and looking at one's own state need none.</summary>
[SuppressMessage("Naming", "CA1711", Justification = "It is what it is called; no permission of code access security is meant.")]
public enum Permission
{
    /// <summary>See the agents and their calls.</summary>
    List,

    /// <summary>Listen to an agent's call.</summary>
    Listen,

    /// <summary>Whisper to an agent.</summary>
    Whisper,

    /// <summary>Join an agent's call.</summary>
    Insert,

    /// <summary>Take an agent's call over, and choose it in the dialog.</summary>
    Intercept,

    /// <summary>Force an agent's state.</summary>
    Force,

    /// <summary>Read what was done.</summary>
    History,

    /// <summary>Change who may do what.</summary>
    Administer,
}
