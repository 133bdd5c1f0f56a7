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
        call.Sent = true;
        return base.SerializeToStreamAsync(stream, context);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        call.Sent = true;
        return base.SerializeToStreamAsync(stream, context, cancellationToken);
    }
}
