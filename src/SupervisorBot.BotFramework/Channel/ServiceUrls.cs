using System.Diagnostics.CodeAnalysis;

namespace SupervisorBot.BotFramework.Channel;

/// <summary>Reads service URLs as channels write them.</summary>
public static class ServiceUrls
{
    /// <summary>An absolute http(s) address without user, query or fragment; the trailing slash is cut, the path kept.</summary>
    /// <param name="text">What the channel wrote.</param>
    /// <param name="serviceUrl">The address.</param>
    /// <returns>False for anything else.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Uri? serviceUrl)
    {
        serviceUrl = null;
        if (!Uri.TryCreate(text?.TrimEnd('/'), UriKind.Absolute, out Uri? parsed)
            || (parsed.Scheme != Uri.UriSchemeHttps && parsed.Scheme != Uri.UriSchemeHttp)
            || parsed is not { UserInfo: "", Query: "", Fragment: "" })
        {
            return false;
        }

        serviceUrl = parsed;
        return true;
    }
}
