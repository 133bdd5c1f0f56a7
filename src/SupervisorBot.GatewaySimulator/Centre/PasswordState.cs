namespace SupervisorBot.GatewaySimulator;

/// <summary>How it stands with an agent's password, beside what it is (cec_07_1202).</summary>
/// <param name="MustChange">Whether a sign-in answers <c>isForceChange</c> true.</param>
/// <param name="DaysRemaining">What a sign-in answers as <c>timeRemaining</c>; null for never, which is an empty text.</param>
/// <param name="IsExpired">Whether a sign-in with the right password is refused with 100-020.</param>
public sealed record PasswordState(bool MustChange = false, int? DaysRemaining = null, bool IsExpired = false);
