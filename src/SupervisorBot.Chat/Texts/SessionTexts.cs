using SupervisorBot.Supervision.Sessions;

namespace SupervisorBot.Chat.Texts;

/// <summary>Words of signing in and out, and of /status.</summary>
internal static class SessionTexts
{
    public const string SignIn = "Sign in";
    public const string SignInTip = "Sign you in at the contact centre with the password that is set for you";
    public const string SignOut = "Sign out";
    public const string SignOutTip = "Sign you out of the contact centre";
    public const string TakeOver = "Take over the sign-in";
    public const string TakeOverTip = "Sign you in here and sign you out of the other place";
    public const string TakeOverText =
        "Your agent id is signed in somewhere else, for example in the desktop client. “Take over the sign-in” signs you in here "
        + "and signs that other place out at once; a call going on there may be lost.";

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

    public static string Standing(SessionStatus status) => status switch
    {
        SessionStatus.SignedIn => "✔ Signed in",
        SessionStatus.SigningIn => "… Signing in",
        SessionStatus.SigningOut => "… Signing out",
        _ => "○ Not signed in",
    };
}
