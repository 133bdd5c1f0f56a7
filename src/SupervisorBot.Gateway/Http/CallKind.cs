namespace SupervisorBot.Gateway.Http;

/// <summary>What may be done with a call when something goes wrong, and in which lane it waits.</summary>
internal enum CallKind
{
    /// <summary>Changes something: sent at most once, to one address.</summary>
    Act,

    /// <summary>An act that begins a session, so it belongs to no address before.</summary>
    SignIn,

    /// <summary>Only reads: may be repeated within its limit.</summary>
    Read,

    /// <summary>The event poll or the handshake, which keep the session alive: sent once, and again by their caller.</summary>
    KeepAlive,
}
