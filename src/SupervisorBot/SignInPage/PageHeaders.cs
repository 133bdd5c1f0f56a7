namespace SupervisorBot.SignInPage;

/// <summary>What browsers are told of the page: run no script, load nothing, be framed nowhere, keep nothing, tell nobody where it was.</summary>
internal static class PageHeaders
{
    private static readonly string s_policy =
        $"default-src 'none'; style-src {PageStyle.Hash}; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    public static void Set(HttpResponse response)
    {
        var headers = response.Headers;
        headers.ContentSecurityPolicy = s_policy;
        headers.CacheControl = "no-store";
        headers.Pragma = "no-cache";
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        headers["X-Robots-Tag"] = "noindex, nofollow";
    }
}
