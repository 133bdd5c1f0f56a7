namespace SupervisorBot.Supervision.SigningIn;

/// <summary>A filled-in sign-in page on its way to the inspector's session.</summary>
/// <param name="LinkHash">What is kept of the page's link.</param>
/// <param name="Form">Names the very form that was sent: sent twice at the same time, it gets one answer.</param>
/// <param name="Password">The gateway password.</param>
/// <param name="PhoneNumber">The phone to sign in with, 1 to 24 digits.</param>
[GenerateSerializer, Immutable]
public sealed record PageSubmission(string LinkHash, string Form, SealedPassword Password, string PhoneNumber)
{
    /// <summary>Shows nothing of what was typed.</summary>
    /// <returns>The type's name.</returns>
    public override string ToString() => nameof(PageSubmission);
}
