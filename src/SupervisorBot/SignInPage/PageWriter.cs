using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Antiforgery;
using SupervisorBot.Supervision.SigningIn;

namespace SupervisorBot.SignInPage;

/// <summary>Writes the page's HTML. Whatever is not written here is encoded; there is no script in it.</summary>
internal sealed class PageWriter(HtmlEncoder encoder)
{
    public const string PasswordField = "password";
    public const string PhoneField = "phone";
    public const string FormField = "form";

    /// <summary>The form, with what was wrong with it.</summary>
    public string Form(PageTexts texts, SignInForm form, string formId, AntiforgeryTokenSet tokens, bool isKept, string phone, IReadOnlyList<FormError> errors)
    {
        var body = new StringBuilder();
        Line(body, $"<h1>{E(texts.Title)}</h1>");
        Errors(body, texts, errors);
        Line(body, $"<p>{E(isKept ? texts.LeadWhereKept : texts.Lead)}</p>");
        Line(body, $"<dl><dt>{E(texts.Inspector)}</dt><dd>{E(form.Name)}</dd><dt>{E(texts.AgentId)}</dt><dd>{E(form.AgentId.ToString(CultureInfo.InvariantCulture))}</dd></dl>");
        Line(body, "<form method=\"post\" autocomplete=\"on\" novalidate>");
        Line(body, $"<input type=\"hidden\" name=\"{E(tokens.FormFieldName)}\" value=\"{E(tokens.RequestToken!)}\">");
        Line(body, $"<input type=\"hidden\" name=\"{FormField}\" value=\"{E(formId)}\">");
        Line(body, $"<label for=\"{PasswordField}\">{E(texts.Password)}</label>");
        Line(body, $"<input id=\"{PasswordField}\" name=\"{PasswordField}\" type=\"password\" dir=\"ltr\" maxlength=\"32\" required autocomplete=\"current-password\" autocapitalize=\"none\" spellcheck=\"false\"{State(PasswordField, null, errors)}>");
        Line(body, $"<label for=\"{PhoneField}\">{E(texts.Phone)}</label>");
        Line(body, $"<p class=\"hint\" id=\"phone-hint\">{E(texts.PhoneHint)}</p>");
        Line(body, $"<input id=\"{PhoneField}\" name=\"{PhoneField}\" type=\"tel\" dir=\"ltr\" inputmode=\"numeric\" pattern=\"[0-9]*\" maxlength=\"24\" required autocomplete=\"tel\" value=\"{E(phone)}\"{State(PhoneField, "phone-hint", errors)}>");
        Line(body, $"<button type=\"submit\">{E(texts.SignIn)}</button>");
        Line(body, "</form>");
        return Page(texts, errors.Count > 0 ? texts.ErrorPageTitle : texts.Title, body);
    }

    /// <summary>The code, and what to do with it.</summary>
    public string Code(PageTexts texts, PageAnswer answer)
    {
        var isElsewhere = answer.Result == PageResult.SignedInElsewhere;
        var title = isElsewhere ? texts.ElsewhereTitle : texts.CodeTitle;
        var body = new StringBuilder();
        Line(body, $"<h1>{E(title)}</h1>");
        if (isElsewhere)
        {
            Line(body, $"<p>{E(texts.Elsewhere)}</p>");
        }

        Line(body, $"<p>{E(isElsewhere ? texts.ElsewhereNext : texts.CodeNext)}</p>");
        Line(body, $"<p class=\"code\" dir=\"ltr\" id=\"code\">{E(SignInCode.Show(answer.Code!))}</p>");
        Line(body, $"<p>{E(texts.CodeLimit(answer.CodeLifetime))} {E(texts.CodeWhy)}</p>");
        Line(body, $"<p>{E(texts.CodeThenClose)}</p>");
        foreach (var note in Notes(texts, answer))
        {
            Line(body, $"<div class=\"note\"><p>{E(note)}</p></div>");
        }

        return Page(texts, title, body);
    }

    /// <summary>A page with nothing to do on it.</summary>
    public string Words(PageTexts texts, string title, string text)
    {
        var body = new StringBuilder();
        Line(body, $"<h1>{E(title)}</h1>");
        Line(body, $"<p>{E(text)}</p>");
        return Page(texts, title, body);
    }

    private static IEnumerable<string> Notes(PageTexts texts, PageAnswer answer)
    {
        if (answer.MayInspect == false)
        {
            yield return texts.MayNotInspect;
        }

        if (answer.Password.MustChange)
        {
            yield return texts.MustChangePassword;
        }
        else if (answer.Password.DaysRemaining is { } days)
        {
            yield return texts.PasswordExpires(days);
        }
    }

    // Each field that is wrong is described by the summary's own sentence, which has the focus when the page opens.
    private void Errors(StringBuilder body, PageTexts texts, IReadOnlyList<FormError> errors)
    {
        if (errors.Count == 0)
        {
            return;
        }

        Line(body, "<div class=\"error\" id=\"errors\" role=\"alert\" tabindex=\"-1\" autofocus>");
        Line(body, $"<h2>{E(texts.ErrorTitle)}</h2>");
        for (var i = 0; i < errors.Count; i++)
        {
            Line(body, $"<p id=\"error-{i.ToString(CultureInfo.InvariantCulture)}\">{E(errors[i].Text)}</p>");
        }

        Line(body, "</div>");
    }

    private static string State(string field, string? hint, IReadOnlyList<FormError> errors)
    {
        var own = errors.Select((error, index) => (error, index)).Where(entry => entry.error.Field == field)
            .Select(entry => $"error-{entry.index.ToString(CultureInfo.InvariantCulture)}").ToList();
        var described = string.Join(' ', own.Concat(hint is null ? [] : [hint]));
        return (own.Count > 0 ? " aria-invalid=\"true\"" : "") + (described.Length > 0 ? $" aria-describedby=\"{described}\"" : "");
    }

    private string Page(PageTexts texts, string title, StringBuilder body) =>
        $"<!DOCTYPE html>\n<html lang=\"{E(texts.Language)}\" dir=\"{E(texts.Direction)}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        + $"<meta name=\"robots\" content=\"noindex, nofollow\">\n<title>{E(title)}</title>\n<style>{PageStyle.Css}</style>\n</head>\n<body>\n<main>\n{body}</main>\n</body>\n</html>\n";

    private string E(string text) => encoder.Encode(text);

    private static void Line(StringBuilder body, string html) => body.Append(html).Append('\n');
}
