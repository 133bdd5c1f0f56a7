namespace SupervisorBot.BotFramework.Authentication.Outbound;

/// <summary>A token that the login service gave. No record: its text must not come out where the object is printed.</summary>
internal sealed class IssuedToken(string text, DateTimeOffset expiresAt)
{
    /// <summary>What goes behind the word Bearer.</summary>
    public string Text { get; } = text;

    /// <summary>When it ends.</summary>
    public DateTimeOffset ExpiresAt { get; } = expiresAt;
}
