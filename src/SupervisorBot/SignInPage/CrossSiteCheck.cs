using Microsoft.Extensions.Options;
using SupervisorBot.Supervision.SigningIn;

namespace SupervisorBot.SignInPage;

/// <summary>
/// Refuses forms that another site sent. A browser that knows <c>Sec-Fetch-Site</c> tells so itself; the origin is compared with the configured public address,
/// never with a Host header. Because the page sends no referrer, browsers write <c>null</c> for its origin.
/// </summary>
internal sealed class CrossSiteCheck(IOptions<PublicAddressOptions> address)
{
    private const string NoOrigin = "null";

    public bool IsOwn(HttpRequest request)
    {
        if (request.Headers.TryGetValue("Sec-Fetch-Site", out var site) && site != "same-origin")
        {
            return false;
        }

        return request.Headers.Origin.ToString() switch
        {
            "" => true,
            // Without the browser's own word a foreign frame could have written it too.
            NoOrigin => site.Count == 1,
            var origin => address.Value.PublicAddress is { } own && Uri.TryCreate(origin, UriKind.Absolute, out var from)
                && Uri.Compare(own, from, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0,
        };
    }
}
