using SupervisorBot.Gateway.Results;

namespace SupervisorBot.Gateway.Http;

/// <summary>Sends a request to the address that is chosen for it.</summary>
internal sealed class RoutingHandler(AddressChoice choice, Uri clientBase, HttpMessageHandler session) : DelegatingHandler(session)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!request.Options.TryGetValue(GatewayCall.Key, out var call))
        {
            throw new InvalidOperationException("The request carries no call.");
        }

        call.Target ??= request.RequestUri!.AbsoluteUri[clientBase.AbsoluteUri.Length..];
        var sentBefore = call.Sent;
        call.Sent = false;
        GatewayNode? again = null;
        try
        {
            return await SendToAsync(choice.Choose(call), request, call, cancellationToken);
        }
        catch (Exception exception) when (exception is not NotTriedException && MayTurnAside(call, cancellationToken) && (again = choice.ChooseAgain(call)) is not null)
        {
            return await SendToAsync(again, request, call, cancellationToken);
        }
        finally
        {
            call.Sent |= sentBefore;
        }
    }

    /// <summary>Nothing of the request has left, so no one can have acted on it.</summary>
    private static bool MayTurnAside(GatewayCall call, CancellationToken cancellationToken) => !call.Sent && !cancellationToken.IsCancellationRequested;

    private async Task<HttpResponseMessage> SendToAsync(
        GatewayNode node, HttpRequestMessage request, GatewayCall call, CancellationToken cancellationToken)
    {
        request.RequestUri = new Uri(node.BaseAddress.AbsoluteUri + call.Target);
        try
        {
            var response = await base.SendAsync(request, cancellationToken);
            choice.Reached(node);
            return response;
        }
        catch (Exception exception) when (!IsCallersWish(call, cancellationToken))
        {
            choice.Missed(node, (TransportFault.Of(exception, call) as Unreachable)?.Fault);
            throw;
        }
    }

    /// <summary>What the caller gives up says nothing about the node.</summary>
    private static bool IsCallersWish(GatewayCall call, CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested && !call.Limit.IsCancellationRequested;
}
