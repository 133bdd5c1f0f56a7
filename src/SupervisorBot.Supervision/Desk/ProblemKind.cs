namespace SupervisorBot.Supervision.Desk;

/// <summary>What kept a request from succeeding.</summary>
public enum ProblemKind
{
    /// <summary>The gateway answered with a result code other than 0.</summary>
    Refused,

    /// <summary>The gateway could not be reached: nothing was done.</summary>
    Unreachable,

    /// <summary>The request was sent but no readable answer came: it may or may not have been done.</summary>
    NoAnswer,

    /// <summary>The gateway accepted the request, but what should follow did not come in time.</summary>
    TimedOut,

    /// <summary>The inspector's phone was not picked up.</summary>
    PhoneNotPickedUp,

    /// <summary>The session at the gateway ended meanwhile.</summary>
    SessionEnded,

    /// <summary>Somebody else signed the agent id out, or signed in with it elsewhere.</summary>
    SignedOutElsewhere,

    /// <summary>The bot was restarted, or another node took the session over, before anything was sent to the gateway.</summary>
    BotRestarted,

    /// <summary>The inspector is taking this call already, by another confirmation.</summary>
    AlreadyTaking,

    /// <summary>The monitored call, or the agent's part in it, ended meanwhile.</summary>
    CallEnded,

    /// <summary>An administrator removed the inspector.</summary>
    NotListed,

    /// <summary>An administrator took the permission away.</summary>
    NotPermitted,

    /// <summary>The agent is in none of the inspector's teams any more.</summary>
    OtherTeam,

    /// <summary>Whether the inspector may still do it could not be found out.</summary>
    AccessNotKnown,

    /// <summary>The code of a sign-in over the bot's page was not typed in time.</summary>
    CodeNotTyped,

    /// <summary>Too many wrong codes were typed.</summary>
    CodesWrong,

    /// <summary>A take-over was offered and not chosen in time.</summary>
    TakeOverNotChosen,

    /// <summary>A transfer was begun, and the call was not taken there in time.</summary>
    TransferNotTaken,
}
