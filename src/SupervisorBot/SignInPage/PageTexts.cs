using System.Runtime.CompilerServices;
using SupervisorBot.Chat.Languages;

namespace SupervisorBot.SignInPage;

/// <summary>The words of the sign-in page in one person's language.</summary>
internal sealed class PageTexts
{
    private static readonly TextSet s_texts = TextSet.Of(typeof(PageTexts));

    private readonly Language _language;

    private PageTexts(Language language) => _language = language;

    /// <summary>The language, as HTML names it.</summary>
    public string Language => _language.Name;

    /// <summary>In which direction it is written, as HTML names it.</summary>
    public string Direction => _language.IsRightToLeft ? "rtl" : "ltr";

    public string Title => Say();

    public string Lead => Say();

    public string LeadWhereKept => Say();

    public string Inspector => Say();

    public string AgentId => Say();

    public string Password => Say();

    public string Phone => Say();

    public string PhoneHint => Say();

    public string SignIn => Say();

    public string ErrorTitle => Say();

    public string PasswordMissing => Say();

    public string PasswordTooLong => Say();

    public string PhoneWrong => Say();

    public string CodeTitle => Say();

    public string CodeNext => Say();

    public string CodeWhy => Say();

    public string CodeThenClose => Say();

    public string ElsewhereTitle => Say();

    public string Elsewhere => Say();

    public string ElsewhereNext => Say();

    public string MayNotInspect => Say();

    public string MustChangePassword => Say();

    public string NoLinkTitle => Say();

    public string NoLink => Say();

    public string RefusedTitle => Say();

    public string Refused => Say();

    public string TooOftenTitle => Say();

    public string TooOften => Say();

    public string BrokenTitle => Say();

    public string Broken => Say();

    public string AskedTooOften => Say();

    /// <summary>The title of the page where something was wrong with the form.</summary>
    public string ErrorPageTitle => Fill(nameof(ErrorPageTitle), ErrorTitle, Title);

    /// <summary>The texts in a person's language, or in English.</summary>
    /// <param name="locale">Such as <c>es-MX</c>; null where not known.</param>
    public static PageTexts For(string? locale) => new(Chat.Languages.Language.Of(locale));

    /// <summary>The texts for somebody of whom only the browser tells anything: in the first of its languages that is spoken here, else in English.</summary>
    public static PageTexts For(HttpRequest request)
    {
        var asked = request.GetTypedHeaders().AcceptLanguage.OrderByDescending(language => language.Quality ?? 1).Select(language => language.Value.ToString());
        return For(asked.FirstOrDefault(Chat.Languages.Language.IsSpoken));
    }

    public string CodeLimit(TimeSpan lifetime) => lifetime.TotalSeconds < 60 || lifetime.Seconds != 0
        ? Count("CodeLimitSeconds", (int)lifetime.TotalSeconds)
        : Count("CodeLimitMinutes", (int)lifetime.TotalMinutes);

    public string PasswordExpires(int days) => days <= 0 ? Say("PasswordExpiresToday") : Count(nameof(PasswordExpires), days);

    /// <summary>Why the gateway did not sign the inspector in, and what to do.</summary>
    public string Problem(PageProblem problem) => Say($"{nameof(Problem)}.{problem}");

    public string WithCode(string text, string code) => Fill(nameof(WithCode), text, code);

    private string Say([CallerMemberName] string key = "")
    {
        using var spoken = _language.Speak();
        return s_texts.Get(key);
    }

    private string Fill(string key, params ReadOnlySpan<object?> arguments)
    {
        using var spoken = _language.Speak();
        return s_texts.Format(key, arguments);
    }

    private string Count(string key, int number)
    {
        using var spoken = _language.Speak();
        return s_texts.Count(key, number);
    }
}
