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
}
