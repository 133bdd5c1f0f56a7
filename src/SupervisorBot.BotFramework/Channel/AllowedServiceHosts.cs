using Microsoft.Extensions.Options;
using SupervisorBot.BotFramework.Authentication.Clouds;

namespace SupervisorBot.BotFramework.Channel;

/// <summary>The policy of a registered bot: the listed hosts alone, over https anywhere but on this machine. To another host its token must never go.</summary>
internal sealed class AllowedServiceHosts(IOptions<ChannelTokenOptions> options) : IServiceUrlPolicy
{
    private readonly IReadOnlyList<string> _hosts = CloudEndpoints.From(options.Value).ServiceHosts;

    public bool Allows(Uri serviceUrl) =>
        (serviceUrl.Scheme == Uri.UriSchemeHttps || serviceUrl.IsLoopback) && _hosts.Any(host => Names(host, serviceUrl.IdnHost));

    private static bool Names(string listed, string host) => listed.StartsWith("*.", StringComparison.Ordinal)
        ? host.Length > listed.Length - 1 && host.EndsWith(listed[1..], StringComparison.OrdinalIgnoreCase)
        : host.Equals(listed.Trim('[', ']'), StringComparison.OrdinalIgnoreCase);
}
