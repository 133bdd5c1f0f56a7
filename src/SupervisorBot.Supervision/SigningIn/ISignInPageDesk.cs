namespace SupervisorBot.Supervision.SigningIn;

/// <summary>All that the sign-in page may ask of supervision. Any node takes any link.</summary>
public interface ISignInPageDesk
{
    /// <summary>What a link opens; it changes nothing, however often it is asked.</summary>
    /// <param name="token">The link's token.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null where the link is not to be used: it is used, expired, or none.</returns>
    Task<SignInForm?> FindAsync(string token, CancellationToken cancellationToken);

    /// <summary>Signs in at the gateway with what was typed, and waits for its answer, for <c>SignIn:AnswerLimit</c> at most.</summary>
    /// <param name="token">The link's token.</param>
    /// <param name="form">Names the very form that was sent.</param>
    /// <param name="password">The gateway password, up to 32 characters.</param>
    /// <param name="phoneNumber">The phone to sign in with, 1 to 24 digits.</param>
    /// <param name="cancellationToken">Gives up waiting; a sign-in that has begun goes on.</param>
    Task<PageAnswer> SignInAsync(string token, string form, string password, string phoneNumber, CancellationToken cancellationToken);
}
