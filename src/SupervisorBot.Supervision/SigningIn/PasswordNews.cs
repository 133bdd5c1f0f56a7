namespace SupervisorBot.Supervision.SigningIn;

/// <summary>What the gateway told of the password at a sign-in (CEC API reference cec_07_1202).</summary>
/// <param name="MustChange">Whether no call can be taken before the password has been changed.</param>
/// <param name="DaysRemaining">The days until the password expires; null for never, or where it was not told.</param>
[GenerateSerializer, Immutable]
public sealed record PasswordNews(bool MustChange, int? DaysRemaining)
{
    /// <summary>Nothing to tell.</summary>
    public static PasswordNews None { get; } = new(false, null);
}
