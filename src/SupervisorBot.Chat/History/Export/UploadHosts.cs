using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using SupervisorBot.Supervision.History;

namespace SupervisorBot.Chat.History.Export;

/// <summary>
/// Where files may be put: an answer to a consent names the place, and must not make the bot send to any other. SharePoint's hosts alone, over https on its own port; in
/// Development this machine too.
/// </summary>
internal sealed class UploadHosts(IOptions<HistoryOptions> options, IHostEnvironment? environment = null)
{
    private static readonly string[] s_sharePoint = ["*.sharepoint.com", "*.sharepoint.us", "*.sharepoint-mil.us", "*.sharepoint.cn"];

    public bool Allows(Uri address)
    {
        if (address.UserInfo.Length > 0)
        {
            return false;
        }

        if (address.IsLoopback)
        {
            return environment?.IsDevelopment() == true;
        }

        IReadOnlyList<string> hosts = options.Value.UploadHosts is { Count: > 0 } own ? own : s_sharePoint;
        return address.Scheme == Uri.UriSchemeHttps && address.IsDefaultPort && hosts.Any(host => Names(host, address.IdnHost));
    }

    private static bool Names(string listed, string host) => listed.StartsWith("*.", StringComparison.Ordinal)
        ? host.Length > listed.Length - 1 && host.EndsWith(listed[1..], StringComparison.OrdinalIgnoreCase)
        : host.Equals(listed, StringComparison.OrdinalIgnoreCase);
}
