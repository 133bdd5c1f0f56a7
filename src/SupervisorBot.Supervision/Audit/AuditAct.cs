namespace SupervisorBot.Supervision.Audit;

/// <summary>What somebody did, or wanted to do.</summary>
public enum AuditAct
{
    /// <summary>Signing in at the gateway; the session that comes of it, until it ends.</summary>
    SignIn,

    /// <summary>Signing out.</summary>
    SignOut,

    /// <summary>Looking at agents or calls.</summary>
    List,

    /// <summary>Listening to an agent's call.</summary>
    Listen,

    /// <summary>Whispering to an agent.</summary>
    Whisper,

    /// <summary>Taking part in an agent's call.</summary>
    Insert,

    /// <summary>Changing between those three.</summary>
    Switch,

    /// <summary>Leaving an agent's call.</summary>
    Stop,

    /// <summary>Taking an agent's call over.</summary>
    Intercept,

    /// <summary>Hanging up one's own talk with a customer.</summary>
    HangUp,

    /// <summary>Putting one's own customer on hold.</summary>
    Hold,

    /// <summary>Taking one's own customer back from hold.</summary>
    Resume,

    /// <summary>Muting oneself.</summary>
    Mute,

    /// <summary>Ending that.</summary>
    Unmute,

    /// <summary>Transferring one's own customer to an agent, a queue or an outside number.</summary>
    Transfer,

    /// <summary>Releasing a call of an agent.</summary>
    Drop,

    /// <summary>Doing something to an agent against their state.</summary>
    Force,

    /// <summary>Looking at what was done before.</summary>
    History,

    /// <summary>Changing who may do what.</summary>
    Administer,

    /// <summary>Taking the audit out.</summary>
    Export,

    /// <summary>Pressing a button, where no more of it is known.</summary>
    Press,

    /// <summary>Writing to the bot, where no more of it is known.</summary>
    Message,
}
