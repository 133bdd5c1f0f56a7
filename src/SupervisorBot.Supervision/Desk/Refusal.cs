namespace SupervisorBot.Supervision.Desk;

/// <summary>Why a request was refused before anything was asked of the gateway.</summary>
public enum Refusal
{
    /// <summary>The inspector is not signed in at the gateway.</summary>
    NotSignedIn,

    /// <summary>The inspector is signed in already.</summary>
    AlreadySignedIn,

    /// <summary>A sign-in or sign-out is under way; they never overlap (CEC API reference cec_07_1202).</summary>
    SigningInOrOut,

    /// <summary>Another request of this inspector is under way.</summary>
    Busy,

    /// <summary>The inspector monitors an agent already (<see cref="Receipt.WorkNo"/> says whom).</summary>
    AlreadyMonitoring,

    /// <summary>The inspector monitors nobody.</summary>
    NotMonitoring,

    /// <summary>The mode asked for is the mode already in force.</summary>
    AlreadyInThatMode,

    /// <summary>The inspector talks with a customer at the moment.</summary>
    InACall,

    /// <summary>The inspector has no call of their own to act on.</summary>
    NoCall,

    /// <summary>It is so already: on hold, not on hold, muted or not muted.</summary>
    AlreadySo,

    /// <summary>The customer is on hold and has to be taken back first.</summary>
    OnHold,

    /// <summary>The talk was not taken over from an agent, so there is nobody to hand it back to.</summary>
    NotTakenOver,

    /// <summary>The work number is the inspector's own (gateway code 000-005).</summary>
    Self,

    /// <summary>Another call was chosen in the same dialog before.</summary>
    AnotherCallChosen,

    /// <summary>No gateway password is configured for this inspector: they sign in over a link (<see cref="SignInLinkRequested"/>).</summary>
    NoPassword,

    /// <summary>A sign-in over the bot's page waits for its code; nothing else can be done before.</summary>
    AwaitingCode,

    /// <summary>Too many requests of this inspector wait already: nothing was done.</summary>
    Overloaded,

    /// <summary>The person is no inspector any more.</summary>
    NotListed,

    /// <summary>The inspector does not have the permission that it takes.</summary>
    NotPermitted,

    /// <summary>The agent is in none of the inspector's teams (<see cref="Receipt.WorkNo"/> says which agent, where one is concerned).</summary>
    OtherTeam,

    /// <summary>Whether the inspector may do it cannot be told at present: the directory or the agents' groups cannot be read.</summary>
    AccessNotKnown,
}
