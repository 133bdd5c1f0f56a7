using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using SupervisorBot.BotFramework.Channel;
using SupervisorBot.BotFramework.Hosting;
using SupervisorBot.BotFramework.Schema;

namespace SupervisorBot.BotFramework.Endpoint;

/// <summary>Reads the request's body as an activity that can be handled and answered.</summary>
internal sealed class ActivityReader(IOptions<BotFrameworkEdgeOptions> options)
{
    private readonly BotFrameworkEdgeOptions _limits = options.Value;
    private readonly int _most = options.Value.MaxBodyBytes;

    /// <summary>The activity, or the refusal.</summary>
    public async Task<(Activity? Activity, Refusal? Refusal)> ReadAsync(HttpRequest request)
    {
        if (!IsPlainJson(request))
        {
            return (null, Refusal.NotJsonType);
        }

        using MemoryStream? body = await ReadBodyAsync(request);
        if (body is null)
        {
            return (null, Refusal.TooBig);
        }

        Activity? activity = Parse(body.GetBuffer().AsSpan(0, (int)body.Length));
        return activity is null ? (null, Refusal.NotJson) : (activity, Judge(activity) ?? Measure(activity));
    }

    private Refusal? Measure(Activity activity) =>
        activity.Text?.Length > _limits.MaxTextLength || activity.Entities?.Count > _limits.MaxEntities || activity.Attachments?.Count > _limits.MaxAttachments
            ? Refusal.TooBig
            : null;

    /// <summary>
    /// What an answer needs must be there. An invoke's name need not (Teams' own card action may lack it), nor a sender's, since
    /// events such as conversationUpdate speak for the channel.
    /// </summary>
    private static Refusal? Judge(Activity activity)
    {
        bool speaks = activity.Type is ActivityTypes.Message or ActivityTypes.Invoke;
        return activity switch
        {
            { Type: null or "" } => Refusal.Without("type"),
            { ChannelId: null or "" } => Refusal.Without("channelId"),
            { Conversation.Id: null or "" } or { Conversation: null } => Refusal.Without("conversation.id"),
            { From: null or { Id: null or "" } } when speaks => Refusal.Without("from.id"),
            _ when activity.DeliveryMode != DeliveryModes.ExpectReplies && !ServiceUrls.TryParse(activity.ServiceUrl, out _) => Refusal.Without("serviceUrl"),
            _ => null,
        };
    }

    private static bool IsPlainJson(HttpRequest request) =>
        request.HasJsonContentType()
        && MediaTypeHeaderValue.TryParse(request.ContentType, out MediaTypeHeaderValue? type)
        && (StringSegment.IsNullOrEmpty(type.Charset) || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        && (request.Headers.ContentEncoding.Count == 0 || request.Headers.ContentEncoding == "identity");

    private async Task<MemoryStream?> ReadBodyAsync(HttpRequest request)
    {
        if (request.ContentLength > _most)
        {
            return null;
        }

        MemoryStream body = new((int)(request.ContentLength ?? 4096));
        byte[] piece = System.Buffers.ArrayPool<byte>.Shared.Rent(16 * 1024);
        try
        {
            int read;
            while ((read = await request.Body.ReadAsync(piece, request.HttpContext.RequestAborted)) > 0)
            {
                if (body.Length + read > _most)
                {
                    await body.DisposeAsync();
                    return null;
                }

                body.Write(piece, 0, read);
            }

            return body;
        }
        finally
        {
            System.Buffers.ArrayPool<byte>.Shared.Return(piece);
        }
    }

    private Activity? Parse(ReadOnlySpan<byte> utf8)
    {
        if (utf8.StartsWith("\uFEFF"u8))
        {
            utf8 = utf8[3..];
        }

        try
        {
            JsonDepth.Check(utf8, _limits.MaxJsonDepth);
            return ActivityJson.ReadActivity(utf8);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
