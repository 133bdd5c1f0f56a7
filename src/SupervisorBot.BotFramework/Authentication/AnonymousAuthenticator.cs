using System.Net;
using Microsoft.AspNetCore.Http;
using SupervisorBot.BotFramework.Schema;

namespace SupervisorBot.BotFramework.Authentication;

/// <summary>
/// Lets in what comes from this machine and is addressed to it. For development only; <see cref="Hosting.BotFrameworkStartupCheck"/> sees to
/// that. The host name is looked at as well, so that neither a tunnel nor a web page with a rebound name opens the endpoint to others.
/// </summary>
internal sealed class AnonymousAuthenticator : IInboundAuthenticator
{
    public Task<InboundVerdict> AuthenticateAsync(HttpContext context, Activity activity) =>
        Task.FromResult(IsLocal(context) && !IsForwarded(context.Request.Headers) ? InboundVerdict.Accepted : InboundVerdict.Unauthorized("NotFromThisMachine"));

    private static bool IsLocal(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } remote && IPAddress.IsLoopback(remote) && IsLocalName(context.Request.Host.Host);

    // A proxy or tunnel that rewrites the host name still says for whom it asks.
    private static bool IsForwarded(IHeaderDictionary headers) =>
        headers.ContainsKey("Forwarded") || headers.Keys.Any(static name => name.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase));

    private static bool IsLocalName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out IPAddress? address) && IPAddress.IsLoopback(address));
}
