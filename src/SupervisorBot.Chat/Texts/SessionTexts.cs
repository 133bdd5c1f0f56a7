using SupervisorBot.Supervision.Sessions;

namespace SupervisorBot.Chat.Texts;

/// <summary>Words of signing in and out, and of /status.</summary>
internal static class SessionTexts
{
    public const string SignIn = "Sign in";
    public const string SignInTip = "Sign you in at the contact centre";
    public const string SignOut = "Sign out";
    public const string SignOutTip = "Sign you out of the contact centre";
    public const string TakeOver = "Take over the sign-in";
    public const string TakeOverTip = "Sign you in here and sign you out of the other place";
    public const string TakeOverText =
        "Your agent id is signed in somewhere else, for example in the desktop client. “Take over the sign-in” signs you in here "
        + "and signs that other place out at once; a call going on there may be lost.";

    public const string LinkTitle = "Sign in at the contact centre";
    public const string LinkText =
        "Open the page with the button, type your gateway password there, and type the code that it then shows here in this chat. Never type the password in a chat.";

    public const string OpenPage = "Open the sign-in page";
    public const string OpenPageTip = "Open the page in your browser, where you type your gateway password";
    public const string LinkSent = "I sent you a link to sign in with in our personal chat. It is for you alone.";
    public const string NoPublicAddress =
        "I cannot sign you in yet: no gateway password is set for you, and the address of my own sign-in page is not set either. "
        + "The operator of this bot has to set Bot:PublicAddress (or Inspectors:N:Password for you).";

    public const string CodeAwaitedTitle = "… Type the code here";
    public const string CodeAwaitedText = "Your password was right. Now type the code that the sign-in page shows, here in this chat. Nothing else works until then.";
    public const string CodeAwaitedElsewhereText =
        "Your password was asked for on the sign-in page, and your agent id is signed in somewhere else. Type the code that the page shows, here in this chat; then I offer to take over.";

    public const string CodeNotYours = "If it was not you who opened the page, type no code: type /signout, and change your gateway password.";
    public const string CodeRight = "That is the code.";
    public const string CodeTooMany = "That is not the code either, so I gave this sign-in up. Type /signin to begin anew.";
    public const string CodeTooLate = "That code came too late, so I gave this sign-in up. Type /signin to begin anew.";
    public const string PageAgain = "You can try again on the page as long as its link is valid, or with a new link.";
    public const string GivenUpTitle = "× Sign-in given up";
    public const string MustChangePassword =
        "The gateway wants you to change your password: until then you can take no calls. Change it in the contact centre's own client.";

    public const string SigningInTitle = "Signing in";
    public const string SigningInText = "Asked the gateway to sign you in. This card shows the result.";
    public const string SigningOutTitle = "Signing out";
    public const string SigningOutText = "Asked the gateway to sign you out. This card shows the result.";
    public const string SignedInTitle = "✔ Signed in";
    public const string SignedInNext = "/agents lists the agents, /intercept takes a call over.";
    public const string MayNotInspect =
        "The gateway does not grant this agent id the inspector's right, so it will refuse to monitor and to intercept. Ask the contact centre's administrator for it.";

    public const string SignInFailedTitle = "× Not signed in";
    public const string SignedOutTitle = "Signed out";
    public const string SignedOutText = "You are signed out of the contact centre.";
    public const string SignedOutByItself = "Your session at the contact centre has ended.";
    public const string SigningInAgain = "I am signing you in again. A message tells what comes of it.";
    public const string SignedInAgain = "Your session had ended; you are signed in again. Whom you monitored or talked with before, check with /status.";
    public const string NotSignedInTitle = "You are not signed in";
    public const string NotSignedInText = "This needs a sign-in at the contact centre. Sign in, then try again.";
    public const string StillSignedInTitle = "× Sign-out failed";
    public const string StillSignedIn = "You are still signed in.";
    public const string StatusTitle = "Your status";
    public const string Agents = "Agents";
    public const string AgentsTip = "Show the agents and what they do";
    public const string InterceptACall = "Intercept a call";
    public const string InterceptACallTip = "Choose a call to take over; a confirmation is asked before anything happens";
    public const string Refresh = "Refresh";
    public const string RefreshTip = "Read your status again";

    public static string AsAgent(int agentId) => $"Agent id {CommonTexts.Number(agentId)}";

    public static string LinkLimits(TimeSpan lifetime) => $"The link works once, for {CommonTexts.Span(lifetime)}, and for you alone. Do not forward it.";

    public static string CodeLimits(TimeSpan lifetime) => $"The code can be typed for {CommonTexts.Span(lifetime)}.";

    public static string CodeWrong(int left) =>
        $"That is not the code. Look at the page again; {(left == 1 ? "one try is" : $"{CommonTexts.Number(left)} tries are")} left.";

    public static string PasswordExpires(int days) => days switch
    {
        <= 0 => "Your gateway password expires today. Change it in the contact centre's own client.",
        1 => "Your gateway password expires in one day. Change it in the contact centre's own client.",
        _ => $"Your gateway password expires in {CommonTexts.Number(days)} days. Change it in the contact centre's own client before.",
    };

    public static string Standing(SessionStatus status) => status switch
    {
        SessionStatus.SignedIn => "✔ Signed in",
        SessionStatus.SigningIn => "… Signing in",
        SessionStatus.SigningOut => "… Signing out",
        SessionStatus.AwaitingCode => "… Waiting for the code of the sign-in page: type it in our personal chat",
        _ => "○ Not signed in",
    };
}
