namespace SupervisorBot.Supervision.SigningIn;

/// <summary>A password that somebody typed, encrypted: what holds it cannot show it.</summary>
/// <param name="Cipher">The encrypted password.</param>
[GenerateSerializer, Immutable]
public sealed record SealedPassword(byte[] Cipher)
{
    /// <summary>Shows nothing of the password.</summary>
    /// <returns>The type's name.</returns>
    public override string ToString() => nameof(SealedPassword);
}
