using SupervisorBot.Supervision.Sessions.Stored;

namespace SupervisorBot.Supervision.Sessions;

/// <summary>A turn as it is stored.</summary>
/// <param name="Commit">What it changes; its number stays the same however often it is tried.</param>
/// <param name="Document">The session after it.</param>
/// <param name="Credentials">What the gateway knows the session by, after it.</param>
internal sealed record TurnCommit(SessionCommit Commit, SessionDocument Document, string? Credentials)
{
    /// <summary>The same change, told to nobody. It keeps its number: one that was stored after all is not stored again.</summary>
    public TurnCommit Untold() => this with { Commit = Commit with { Messages = [] } };

    /// <summary>Names the type alone: the credentials are a secret, and the rest is a person's.</summary>
    public override string ToString() => nameof(TurnCommit);
}
