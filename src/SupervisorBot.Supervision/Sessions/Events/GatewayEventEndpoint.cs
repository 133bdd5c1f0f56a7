using System.Net.Mime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using SupervisorBot.Gateway;
using SupervisorBot.Gateway.Push;
using SupervisorBot.Supervision.Inspectors;

namespace SupervisorBot.Supervision.Sessions.Events;

/// <summary>
/// Where the gateway sends events to (CEC API reference cec_07_1275). Any node takes any inspector's. Each session's path is a secret of its own; whoever does
/// not know it learns nothing here, not even who is signed in.
/// </summary>
public static class GatewayEventEndpoint
{
    private const int LargestBody = 64 * 1024;
    private const string Accepted = """{"retcode":0}""";

    /// <summary>Maps <c>POST /gateway/events/{agentId}/{secret}</c>; unless the events are pushed, nobody is found there.</summary>
    /// <param name="endpoints">The host's endpoints.</param>
    /// <returns>The endpoint.</returns>
    public static IEndpointConventionBuilder MapGatewayEvents(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost(PushSecret.Route, TakeAsync);

    private static async Task<IResult> TakeAsync(
        int agentId, string secret, HttpRequest request, InspectorDirectory directory, SessionCalls sessions, IOptions<GatewayOptions> gateway)
    {
        if (gateway.Value.EventDelivery != EventDelivery.Push || !directory.Latest.IsInspector(agentId))
        {
            return TypedResults.NotFound();
        }

        if (await ReadAsync(request) is not { } body)
        {
            return TypedResults.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        var charset = MediaTypeHeaderValue.TryParse(request.ContentType, out var type) ? type.Charset.Value : null;
        var token = request.Headers.TryGetValue("service_token", out var values) ? values.ToString() : null;
        return await sessions.CallAsync(agentId, session => session.PushAsync(secret, token, body, charset), request.HttpContext.RequestAborted) switch
        {
            PushAnswer.Taken => TypedResults.Text(Accepted, MediaTypeNames.Application.Json),
            PushAnswer.Unreadable => TypedResults.BadRequest(),
            _ => TypedResults.NotFound(),
        };
    }

    private static async Task<byte[]?> ReadAsync(HttpRequest request)
    {
        if (request.ContentLength > LargestBody)
        {
            return null;
        }

        // One byte more than allowed tells a body that is too long from one that just fits.
        var buffer = new byte[(int)(request.ContentLength ?? LargestBody) + 1];
        var read = await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, request.HttpContext.RequestAborted);
        return read > LargestBody ? null : buffer[..read];
    }
}
