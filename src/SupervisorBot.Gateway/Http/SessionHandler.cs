using System.Net;
using SupervisorBot.Gateway.Sessions;

namespace SupervisorBot.Gateway.Http;

/// <summary>Puts on every request what the specification asks for, and takes from every answer what it brings: Guid and cookies.</summary>
internal sealed class SessionHandler(SessionIdentity identity, HttpMessageHandler connections) : DelegatingHandler(connections)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!request.Options.TryGetValue(GatewayCall.Key, out var call))
        {
            throw new InvalidOperationException("The request carries no call.");
        }

        request.Version = HttpVersion.Version11;
        request.VersionPolicy = HttpVersionPolicy.RequestVersionExact;
        request.Content ??= new OnceContent(call, []);
        identity.Stamp(request, call);
        var response = await base.SendAsync(request, cancellationToken);
        identity.Learn(response, call);
        return response;
    }
}
