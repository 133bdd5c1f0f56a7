namespace SupervisorBot.Supervision.Sessions;

/// <summary>An inspector's standing at the gateway.</summary>
public enum SessionStatus
{
    /// <summary>Not signed in.</summary>
    SignedOut,

    /// <summary>A sign-in is under way.</summary>
    SigningIn,

    /// <summary>Signed in, events are being read.</summary>
    SignedIn,

    /// <summary>A sign-out is under way.</summary>
    SigningOut,

    /// <summary>
    /// Signed in at the gateway over the bot's own page, and unusable until the code that the page showed is typed in the personal chat; or, where the agent id
    /// is signed in elsewhere, on the way to a take-over, which needs the same code.
    /// </summary>
    AwaitingCode,
}
