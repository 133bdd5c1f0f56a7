using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using SupervisorBot.BotFramework.Schema;
using SupervisorBot.BotFramework.Turns;

namespace SupervisorBot.BotFramework.Endpoint;

/// <summary>Writes HTTP answers.</summary>
internal static class Answers
{
    public static Task WriteAsync(this HttpContext context, Refusal refusal)
    {
        if (refusal.Status == StatusCodes.Status401Unauthorized)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
        }
        else if (refusal.Status == StatusCodes.Status503ServiceUnavailable)
        {
            context.Response.Headers.RetryAfter = "1";
        }

        return context.WriteJsonAsync(refusal.Status, new ErrorAnswer(new ErrorDetail(refusal.Code, refusal.Message)), ActivityJson.Context.ErrorAnswer);
    }

    public static Task WriteAsync(this HttpContext context, InvokeResponse response) =>
        context.WriteJsonAsync(response.Status, response.Body ?? new JsonObject(), ActivityJson.Context.JsonNode);

    public static Task WriteAsync(this HttpContext context, ExpectedReplies replies) =>
        context.WriteJsonAsync(StatusCodes.Status200OK, replies, ActivityJson.Context.ExpectedReplies);

    // Written in one piece with its length, so that the answer is whole or absent.
    private static async Task WriteJsonAsync<T>(this HttpContext context, int status, T body, JsonTypeInfo<T> contract)
    {
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(body, contract);
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = json.Length;
        await context.Response.Body.WriteAsync(json, context.RequestAborted);
    }
}
