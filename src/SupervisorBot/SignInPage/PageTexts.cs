using System.Globalization;
using SupervisorBot.Supervision.SigningIn;

namespace SupervisorBot.SignInPage;

/// <summary>The words of the sign-in page in one language. Another language is another instance, listed in <see cref="All"/>; English is written here.</summary>
internal class PageTexts
{
    private static readonly IReadOnlyList<PageTexts> All = [new PageTexts()];

    /// <summary>The language, as HTML names it.</summary>
    public virtual string Language => "en";

    public virtual string Title => "Sign in at the contact centre";

    public virtual string Lead => "Type your gateway password here, never in a chat. The bot signs you in with it and then forgets it.";

    public virtual string LeadWhereKept => "Type your gateway password here, never in a chat. The bot signs you in with it and keeps it, encrypted, for as long as you are signed in.";

    public virtual string Inspector => "Inspector";

    public virtual string AgentId => "Agent id";

    public virtual string Password => "Gateway password";

    public virtual string Phone => "Phone number";

    public virtual string PhoneHint => "The phone that the contact centre rings for you. Digits only.";

    public virtual string SignIn => "Sign in";

    public virtual string ErrorTitle => "You are not signed in yet";

    public virtual string PasswordMissing => "Type your gateway password.";

    public virtual string PasswordTooLong => "A gateway password has 32 characters at most.";

    public virtual string PhoneWrong => "Type a phone number of 1 to 24 digits.";

    public virtual string CodeTitle => "One more step";

    public virtual string CodeNext => "Type this code in your personal chat with the bot:";

    public virtual string CodeWhy => "Until then you are not signed in. Type it only in your own chat with the bot, and show it to nobody.";

    public virtual string CodeThenClose => "Then close this page.";

    public virtual string ElsewhereTitle => "You are signed in elsewhere";

    public virtual string Elsewhere => "Your agent id is signed in somewhere else, for example in the desktop client. The bot can take over, which signs that other place out.";

    public virtual string ElsewhereNext => "To go on, type this code in your personal chat with the bot. The chat then asks before anything is taken over:";

    public virtual string MayNotInspect =>
        "The gateway does not grant this agent id the inspector's right, so it will refuse to monitor and to intercept. Ask the contact centre's administrator for it.";

    public virtual string MustChangePassword =>
        "The gateway wants you to change your password: until then you can take no calls. Change it in the contact centre's own client.";

    public virtual string NoLinkTitle => "This link does not work";

    public virtual string NoLink => "Nothing was signed in. Go to your personal chat with the bot and type /signin for a new link.";

    public virtual string RefusedTitle => "This page could not be used";

    public virtual string Refused => "Nothing was signed in. Open the link from your personal chat with the bot again, or type /signin there for a new one.";

    public virtual string TooOftenTitle => "Too many requests";

    public virtual string TooOften => "Nothing was signed in. Wait a minute, then try again.";

    public virtual string BrokenTitle => "Something went wrong";

    public virtual string Broken => "Look at your personal chat with the bot: it says whether you are signed in. If it does not, type /signin there for a new link.";

    public virtual string AskedTooOften => "This link is used up. Type /signin in your personal chat with the bot for a new one.";

    /// <summary>The texts in a person's language, or in English.</summary>
    /// <param name="locale">Such as <c>de-DE</c>; null where not known.</param>
    public static PageTexts For(string? locale)
    {
        var language = locale?.Split('-', '_')[0];
        return All.FirstOrDefault(texts => string.Equals(texts.Language, language, StringComparison.OrdinalIgnoreCase)) ?? All[0];
    }

    public virtual string CodeLimit(TimeSpan lifetime) => $"It can be typed for {Span(lifetime)}, and works once.";

    public virtual string PasswordExpires(int days) => days switch
    {
        <= 0 => "Your gateway password expires today. Change it in the contact centre's own client.",
        1 => "Your gateway password expires in one day. Change it in the contact centre's own client.",
        _ => string.Create(CultureInfo.InvariantCulture, $"Your gateway password expires in {days} days. Change it in the contact centre's own client before."),
    };

    /// <summary>Why the gateway did not sign the inspector in, and what to do.</summary>
    public virtual string Problem(PageProblem problem) => problem switch
    {
        PageProblem.WrongPassword => "The password is wrong for this agent id. Type it again; after several wrong ones the gateway locks the account.",
        PageProblem.Locked => "The account is locked. Ask the operator of the contact centre to unlock it.",
        PageProblem.PasswordExpired => "Your gateway password has expired. Change it in the contact centre's own client, then sign in again.",
        PageProblem.UnderWay => "A sign-in of this agent id is under way already. Wait a minute, then try again.",
        PageProblem.WrongPhone => "The contact centre does not know this phone number. Check it; it has to be one of the contact centre's own.",
        PageProblem.NoRight => "This agent id may not sign in here. Ask the contact centre's administrator.",
        PageProblem.Unreachable => "The gateway could not be reached. Try again in a moment; if it lasts, tell the people who run the contact centre.",
        PageProblem.NoAnswer => "The gateway has given no readable answer, so it may have signed you in or not. Look at your chat with the bot, then try again.",
        _ => "The gateway refused the sign-in. Check password and phone number; if it stays, ask the operator of the contact centre.",
    };

    public virtual string WithCode(string text, string code) => $"{text} (gateway code {code})";

    private static string Span(TimeSpan span) => span.TotalSeconds < 60 || span.Seconds != 0
        ? string.Create(CultureInfo.InvariantCulture, $"{(int)span.TotalSeconds} seconds")
        : span.TotalMinutes < 2 ? "one minute" : string.Create(CultureInfo.InvariantCulture, $"{(int)span.TotalMinutes} minutes");
}
