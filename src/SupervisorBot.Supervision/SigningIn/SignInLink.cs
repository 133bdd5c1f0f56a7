namespace SupervisorBot.Supervision.SigningIn;

/// <summary>A link to the sign-in page. Whoever has it can open the page: it is shown to one person and stored nowhere.</summary>
/// <param name="Address">The whole link.</param>
/// <param name="Hash">What is kept of it.</param>
public sealed record SignInLink(Uri Address, string Hash)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(SignInLink);
}
