using System.Net;
using System.Text.Json.Nodes;

namespace SupervisorBot.GatewaySimulator.Tests;

/// <summary>An answer as a plain client sees it.</summary>
internal sealed record GatewayAnswer(HttpStatusCode Status, string Body, string? SetGuid, string? ContentType, string? SetCookie, IReadOnlyCollection<string> Allow)
{
    public JsonNode Json => JsonNode.Parse(Body)!;

    public string? RetCode => (string?)Json["retcode"];

    public JsonNode? Result => Json["result"];

    public string? EventType => (string?)Json["event"]?["eventType"];

    /// <summary>The part of Set-GUID after the equals sign.</summary>
    public string? Guid => SetGuid?[(SetGuid.IndexOf('=') + 1)..];

    public static async Task<GatewayAnswer> ReadAsync(HttpResponseMessage response) => new(
        response.StatusCode,
        await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
        response.Headers.TryGetValues("Set-GUID", out var guids) ? guids.Single() : null,
        response.Content.Headers.ContentType?.ToString(),
        response.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies.Single() : null,
        [.. response.Content.Headers.Allow]);
}
