namespace SupervisorBot.Gateway.Sessions;

/// <summary>What the gateway tells at a sign-in (CEC API reference cec_07_1202).</summary>
/// <param name="VdnId">The VDN (VCC) of the agent, where told.</param>
/// <param name="MustChangePassword">True when no call can be taken before the password has been changed.</param>
public sealed record SignInResult(string? VdnId, bool MustChangePassword)
{
    /// <summary>When the gateway signed the agent in, where told.</summary>
    public DateTimeOffset? SignedInAt { get; init; }

    /// <summary>The name of the gateway's cluster, where told.</summary>
    public string? ServerName { get; init; }

    /// <summary>Days until the password expires; null for never.</summary>
    public int? PasswordDaysRemaining { get; init; }
}
