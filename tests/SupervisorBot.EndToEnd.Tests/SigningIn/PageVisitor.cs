using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using SupervisorBot.Supervision.SigningIn;

namespace SupervisorBot.EndToEnd.Tests.SigningIn;

/// <summary>A browser at the sign-in page: it keeps cookies as browsers do, trusts the bot's certificate alone, and sends what it says of itself.</summary>
internal sealed class PageVisitor : IDisposable
{
    private readonly HttpClient _http;
    private readonly string? _forwardedFor;

    public PageVisitor(X509Certificate2 trusted, string? forwardedFor)
    {
        _forwardedFor = forwardedFor;
        _http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            CookieContainer = new CookieContainer(),
            SslOptions = { RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate?.GetCertHashString() == trusted.GetCertHashString() },
        });
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static string Find(string text, string pattern)
    {
        var match = Regex.Match(text, pattern);
        Assert.True(match.Success, $"No {pattern} in {text}");
        return match.Groups[1].Value;
    }

    public async Task<PageSeen> OpenAsync(Uri link)
    {
        using var request = Request(HttpMethod.Get, link);
        return await SendAsync(request);
    }

    /// <summary>Opens the page, fills it in and sends it.</summary>
    public async Task<PageSeen> SignInAsync(Uri link, string password = PageServer.Password, string? phone = null)
    {
        var page = await OpenAsync(link);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        return await SubmitAsync(link, page, password, phone);
    }

    public Task<PageSeen> SubmitAsync(Uri link, PageSeen page, string password = PageServer.Password, string? phone = null) =>
        PostAsync(link, Fields(page, password, phone));

    public static Dictionary<string, string> Fields(PageSeen page, string password = PageServer.Password, string? phone = null) => new()
    {
        ["check"] = Find(page.Html, "name=\"check\" value=\"([^\"]+)\""),
        ["form"] = Find(page.Html, "name=\"form\" value=\"([^\"]+)\""),
        ["password"] = password,
        ["phone"] = phone ?? Find(page.Html, "id=\"phone\"[^>]* value=\"([^\"]*)\""),
    };

    public async Task<PageSeen> PostAsync(Uri link, IReadOnlyDictionary<string, string> fields, Action<HttpRequestMessage>? change = null)
    {
        using var request = Request(HttpMethod.Post, link);
        // As a browser does for a form of a page without a referrer.
        request.Headers.Add("Origin", "null");
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        request.Content = new FormUrlEncodedContent(fields);
        change?.Invoke(request);
        return await SendAsync(request);
    }

    public void Dispose() => _http.Dispose();

    private HttpRequestMessage Request(HttpMethod method, Uri link)
    {
        var request = new HttpRequestMessage(method, link);
        if (_forwardedFor is not null)
        {
            request.Headers.Add("X-Forwarded-For", _forwardedFor);
        }

        return request;
    }

    private async Task<PageSeen> SendAsync(HttpRequestMessage request)
    {
        using var response = await _http.SendAsync(request, Stop);
        var headers = response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
        return new PageSeen(response.StatusCode, WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(Stop)), headers);
    }
}

/// <summary>A page as a browser got it.</summary>
internal sealed record PageSeen(HttpStatusCode Status, string Html, IReadOnlyDictionary<string, string> Headers)
{
    public string Code
    {
        get
        {
            Assert.True(SignInCode.TryRead(PageVisitor.Find(Html, "id=\"code\">([^<]+)<"), out var code));
            return code;
        }
    }
}
