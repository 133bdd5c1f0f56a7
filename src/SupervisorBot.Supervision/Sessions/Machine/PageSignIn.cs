using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.SigningIn;

namespace SupervisorBot.Supervision.Sessions.Machine;

/// <summary>
/// A sign-in over the bot's own page: a link, then a code. Of both, hashes are kept. While the code is awaited the session's status is
/// <see cref="SessionStatus.AwaitingCode"/>.
/// </summary>
/// <param name="Holder">Whom the link was given to.</param>
/// <param name="Origin">Where it was asked for: what comes of it is told to them alone.</param>
/// <param name="LinkHash">What is kept of the link; null once it is used up.</param>
/// <param name="LinkUntil">How long it may be used.</param>
internal sealed record PageSignIn(SignInHolder Holder, RequestOrigin Origin, string? LinkHash, DateTimeOffset LinkUntil)
{
    /// <summary>The language of whoever asked.</summary>
    public string? Locale { get; init; }

    /// <summary>How often the gateway refused a sign-in over this link.</summary>
    public int Failures { get; init; }

    /// <summary>The phone number that was typed.</summary>
    public string? Phone { get; init; }

    /// <summary>What is kept of the code, from the sign-in at the gateway until it is typed.</summary>
    public string? CodeHash { get; init; }

    /// <summary>How long the code may be typed, and a take-over be chosen.</summary>
    public DateTimeOffset CodeUntil { get; init; }

    public int WrongCodes { get; init; }

    /// <summary>Whether the agent id is signed in elsewhere: there is no session at the gateway yet, and the password is held for a take-over.</summary>
    public bool IsElsewhere { get; init; }

    /// <summary>Whether the code was right and a take-over is offered; it is not stored, as the password is not either.</summary>
    public bool IsOffered { get; init; }

    /// <summary>Why the sign-in was given up: it is being signed out.</summary>
    public ProblemKind? GivenUp { get; init; }

    /// <summary>What the gateway told of the password, to be told again when the code is right.</summary>
    public PasswordNews Password { get; init; } = PasswordNews.None;

    /// <summary>Whether the gateway grants the inspector's right; null when it does not tell.</summary>
    public bool? MayInspect { get; init; }

    /// <summary>The timer of the code's lifetime; it is not stored.</summary>
    public long Token { get; init; }

    /// <summary>Whether it is an open link of which this is the hash.</summary>
    public bool IsOpenedBy(string linkHash, DateTimeOffset now) => now < LinkUntil && SignInLinks.AreSame(LinkHash, linkHash);
}
