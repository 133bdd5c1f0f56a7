namespace SupervisorBot.Supervision.Sessions.Stored;

/// <summary>A session as it is stored.</summary>
/// <param name="IsAwake">Whether somebody has to look after it: signed in, on the way in or out, or with an interception under way.</param>
/// <param name="Document">The session, as it writes itself; nothing secret in it.</param>
/// <param name="Credentials">What the gateway knows the session by (Guid, cookies), in clear text; the store encrypts it. Null while signed out.</param>
public sealed record SessionSnapshot(bool IsAwake, string Document, string? Credentials)
{
    /// <inheritdoc/>
    public override string ToString() => $"Session, awake: {IsAwake}";
}
