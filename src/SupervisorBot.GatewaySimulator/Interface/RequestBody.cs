using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace SupervisorBot.GatewaySimulator;

/// <summary>A request's body: as the operation reads it, and as the record may show it.</summary>
internal sealed record RequestBody(JsonObject? Json, string Masked)
{
    private const int Limit = 64 * 1024;
    private const int Shown = 2000;

    private static readonly RequestBody None = new(null, "");

    // A name given twice is an error at once instead of at the first look.
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private static readonly HashSet<string> Secrets =
        new(["password", "oldPassword", "newPassword", "serviceToken", "callBackUri", "guid"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads the body; what is longer than 64 KB is read as no JSON at all.</summary>
    public static async Task<RequestBody> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength is 0 || (request.ContentLength is null && !request.Headers.ContainsKey("Transfer-Encoding")))
        {
            return None;
        }

        var buffer = new byte[Math.Min(request.ContentLength ?? long.MaxValue, Limit) + 1];
        var length = await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        if (length == 0)
        {
            return None;
        }

        var json = length > Limit ? null : Parse(buffer.AsSpan(0, length));
        // What cannot be read cannot be masked, so it is not shown.
        return new RequestBody(json, json is null ? $"({length} bytes that are no JSON object)" : Mask(json));
    }

    private static JsonObject? Parse(ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonNode.Parse(Encoding.UTF8.GetString(body), documentOptions: Strict) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Mask(JsonObject body)
    {
        var shown = (JsonObject)body.DeepClone();
        foreach (var name in shown.Select(member => member.Key).Where(Secrets.Contains).ToList())
        {
            shown[name] = "***";
        }

        var text = shown.ToJsonString(Answer.Json);
        return text.Length <= Shown ? text : text[..Shown];
    }
}
