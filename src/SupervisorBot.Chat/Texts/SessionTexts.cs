using SupervisorBot.Chat.Languages;
using SupervisorBot.Supervision.Sessions;

namespace SupervisorBot.Chat.Texts;

/// <summary>Words of signing in and out, and of /status.</summary>
internal static class SessionTexts
{
    private static readonly TextSet s_texts = TextSet.Of(typeof(SessionTexts));

    public static string SignIn => s_texts.Get();

    public static string SignInTip => s_texts.Get();

    public static string SignOut => s_texts.Get();

    public static string SignOutTip => s_texts.Get();

    public static string TakeOver => s_texts.Get();

    public static string TakeOverTip => s_texts.Get();

    public static string LinkTitle => s_texts.Get();

    public static string LinkText => s_texts.Get();

    public static string OpenPage => s_texts.Get();

    public static string OpenPageTip => s_texts.Get();

    public static string LinkSent => s_texts.Get();

    public static string NoPublicAddress => s_texts.Get();

    public static string CodeAwaitedTitle => s_texts.Get();

    public static string CodeAwaitedText => s_texts.Get();

    public static string CodeAwaitedElsewhereText => s_texts.Get();

    public static string CodeNotYours => s_texts.Get();

    public static string CodeRight => s_texts.Get();

    public static string CodeTooMany => s_texts.Get();

    public static string CodeTooLate => s_texts.Get();

    public static string PageAgain => s_texts.Get();

    public static string GivenUpTitle => s_texts.Get();

    public static string MustChangePassword => s_texts.Get();

    public static string SigningInTitle => s_texts.Get();

    public static string SigningInText => s_texts.Get();

    public static string SigningOutTitle => s_texts.Get();

    public static string SigningOutText => s_texts.Get();

    public static string SignedInTitle => s_texts.Get();

    public static string SignedInNext => s_texts.Get();

    public static string MayNotInspect => s_texts.Get();

    public static string SignInFailedTitle => s_texts.Get();

    public static string SignedOutTitle => s_texts.Get();

    public static string SignedOutText => s_texts.Get();

    public static string SignedOutByItself => s_texts.Get();

    public static string SigningInAgain => s_texts.Get();

    public static string SignedInAgain => s_texts.Get();

    public static string NotSignedInTitle => s_texts.Get();

    public static string NotSignedInText => s_texts.Get();

    public static string StillSignedInTitle => s_texts.Get();

    public static string StillSignedIn => s_texts.Get();

    public static string StatusTitle => s_texts.Get();

    public static string Agents => s_texts.Get();

    public static string AgentsTip => s_texts.Get();

    public static string InterceptACall => s_texts.Get();

    public static string InterceptACallTip => s_texts.Get();

    public static string Refresh => s_texts.Get();

    public static string RefreshTip => s_texts.Get();

    public static string NobodyMonitored => s_texts.Get();

    public static string NoTalk => s_texts.Get();

    public static string TakeOverText => s_texts.Format(nameof(TakeOverText), TakeOver);

    public static string PhoneRings(string phone) => s_texts.Format(nameof(PhoneRings), phone);

    public static string AsAgent(int agentId) => s_texts.Format(nameof(AsAgent), CommonTexts.Number(agentId));

    public static string LinkLimits(TimeSpan lifetime) => s_texts.Format(nameof(LinkLimits), CommonTexts.Span(lifetime));

    public static string CodeLimits(TimeSpan lifetime) => s_texts.Format(nameof(CodeLimits), CommonTexts.Span(lifetime));

    public static string CodeWrong(int left) => s_texts.Count(nameof(CodeWrong), left);

    public static string PasswordExpires(int days) => days <= 0 ? s_texts.Get("PasswordExpiresToday") : s_texts.Count(nameof(PasswordExpires), days);

    /// <summary>Whether the inspector is signed in, and since when.</summary>
    public static string Standing(SessionStatus status, string? since)
    {
        var standing = s_texts.Find($"{nameof(Standing)}.{status}") ?? s_texts.Get("Standing.Other");
        return since is null ? standing : s_texts.Format("StandingSince", standing, since);
    }

    /// <summary>A talk in one line: how it stands, with whom, for how long.</summary>
    public static string Talk(string phase, string customer, string length) => s_texts.Format(nameof(Talk), phase, customer, length);
}
