using System.Text.Json;
using SupervisorBot.Gateway.Events;
using SupervisorBot.Gateway.Http;

namespace SupervisorBot.Gateway.Push;

/// <summary>Reads what the gateway sends to a callback: the envelope of an event poll (CEC API reference cec_07_1275).</summary>
public static class PushedEvent
{
    /// <summary>The largest body that is read, in bytes. Give the endpoint this limit.</summary>
    public const int LargestBody = 256 * 1024;

    /// <summary>
    /// Reads a body as leniently as an event poll's answer: UTF-8 or GBK, padded with NULs, numbers as strings; with or without the envelope. Any
    /// bytes may come in; none make an exception.
    /// </summary>
    /// <param name="body">The body.</param>
    /// <param name="charset">The charset of its content type, where told.</param>
    /// <param name="gatewayEvent">The event; null when the body is readable and holds none.</param>
    /// <returns>False when the body is unreadable or too large.</returns>
    public static bool TryRead(ReadOnlySpan<byte> body, string? charset, out GatewayEvent? gatewayEvent)
    {
        gatewayEvent = null;
        if (body.IsEmpty || body.Length > LargestBody)
        {
            return false;
        }

        try
        {
            var root = EnvelopeReader.ParseRoot(EnvelopeReader.Decode(body.ToArray(), charset));
            if (root.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array))
            {
                return false;
            }

            gatewayEvent = EventReader.Read(EventIn(root));
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    /// <summary>An object that is neither an envelope nor an event holds no event that can be told from noise.</summary>
    private static JsonElement EventIn(JsonElement root) => root.ValueKind switch
    {
        JsonValueKind.Array => root,
        _ when !LenientJson.IsNothing(LenientJson.Member(root, "event")) => LenientJson.Member(root, "event"),
        _ when !LenientJson.IsNothing(LenientJson.Member(root, "eventType")) => root,
        _ when !LenientJson.IsNothing(LenientJson.Member(root, "retcode")) => default,
        _ => throw new FormatException("The body is neither an envelope nor an event."),
    };
}
