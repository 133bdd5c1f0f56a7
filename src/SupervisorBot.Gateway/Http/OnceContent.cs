using System.Net;
using System.Net.Http.Headers;

namespace SupervisorBot.Gateway.Http;

/// <summary>
/// A request's body, empty or not. It is never null: the socket handler re-sends a request without content when a pooled connection
/// is closed unanswered, whatever its method, and does not re-send one whose content it has begun to write. That beginning is noted.
/// </summary>
internal sealed class OnceContent : ByteArrayContent
{
    private readonly GatewayCall call;

    public OnceContent(GatewayCall call, byte[] body)
        : base(body)
    {
        this.call = call;
        Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "UTF-8" };
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        Leave();
        return base.SerializeToStreamAsync(stream, context);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        Leave();
        return base.SerializeToStreamAsync(stream, context, cancellationToken);
    }

    /// <summary>Until here nothing of the request has left: the connection is given up with it.</summary>
    private void Leave()
    {
        if (call.MayLeave?.Invoke() == false)
        {
            throw new TimeoutException("The request was held up for so long that it must not leave any more.");
        }

        call.Sent = true;
    }
}
