using System.ComponentModel.DataAnnotations;

namespace SupervisorBot.Supervision.SigningIn;

/// <summary>Signing in over the bot's own page, for inspectors without a configured password (section <c>SignIn</c>).</summary>
public sealed class SignInOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "SignIn";

    /// <summary>How long the link of <c>/signin</c> may be used, once. Default 5 minutes; 30 seconds to 30 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:30", "00:30:00")]
    public TimeSpan LinkLifetime { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// How long the bot waits for the code that the page shows to be typed in the personal chat; then it signs out again. A take-over has to be chosen within
    /// it too. Default 3 minutes; 10 seconds to 10 minutes.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:10", "00:10:00")]
    public TimeSpan CodeLifetime { get; set; } = TimeSpan.FromMinutes(3);

    /// <summary>After how many wrong codes the bot signs out again. Default 5; 1 to 20.</summary>
    [Range(1, 20)]
    public int CodeTries { get; set; } = 5;

    /// <summary>
    /// After how many sign-ins that the gateway refused a link is used up. Fewer than the gateway locks an account after, so that nobody with a forwarded link
    /// can lock it. Default 3; 1 to 10.
    /// </summary>
    [Range(1, 10)]
    public int PasswordTries { get; set; } = 3;

    /// <summary>How long the page waits for the outcome of the sign-in at the gateway. Default 20 seconds; 1 to 25 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:00:25")]
    public TimeSpan AnswerLimit { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>
    /// Whether a password typed on the page is kept, encrypted, for as long as the inspector is signed in, so that <c>Session:SignInAgain</c> works for them too.
    /// Otherwise it is gone when the gateway has answered, or once a take-over is decided. Default false.
    /// </summary>
    public bool KeepPassword { get; set; }
}
