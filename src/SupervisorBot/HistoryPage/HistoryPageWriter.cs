using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using SupervisorBot.Chat.History.Export;
using SupervisorBot.Chat.Texts;
using SupervisorBot.SignInPage;

namespace SupervisorBot.HistoryPage;

/// <summary>Writes the page's HTML in the language that is spoken. Whatever is not written here is encoded; there is no script in it.</summary>
internal sealed class HistoryPageWriter(HtmlEncoder encoder)
{
    /// <summary>What a link gives, and the button that takes it.</summary>
    public string Offer(DownloadOffer offer) => Page(
        ExportTexts.PageTitle,
        $"<p>{E(ExportTexts.PageFor(offer.Name))}</p>\n"
        + $"<dl><dt>{E(ExportTexts.PageFile)}</dt><dd>{E(offer.FileName)}</dd></dl>\n"
        + $"<form method=\"post\"><button type=\"submit\">{E(ExportTexts.PageDownload)}</button></form>\n"
        + $"<p class=\"hint\">{E(ExportTexts.PageOnce)}</p>\n");

    /// <summary>A page with nothing to do on it.</summary>
    public string Words(string title, string text) => Page(title, $"<p>{E(text)}</p>\n");

    private string Page(string title, string body)
    {
        var language = CultureInfo.CurrentUICulture;
        var direction = language.TextInfo.IsRightToLeft ? "rtl" : "ltr";
        return new StringBuilder("<!DOCTYPE html>\n")
            .Append(CultureInfo.InvariantCulture, $"<html lang=\"{E(language.Name)}\" dir=\"{direction}\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"robots\" content=\"noindex, nofollow\">\n")
            .Append(CultureInfo.InvariantCulture, $"<title>{E(title)}</title>\n<style>{PageStyle.Css}</style>\n</head>\n<body>\n<main>\n<h1>{E(title)}</h1>\n{body}</main>\n</body>\n</html>\n")
            .ToString();
    }

    private string E(string text) => encoder.Encode(text);
}
