using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SupervisorBot.BotFramework.Authentication;
using SupervisorBot.BotFramework.Hosting;
using SupervisorBot.BotFramework.Schema;

namespace SupervisorBot.BotFramework.Channel;

/// <summary>The channel at the other end of a service URL, spoken to over the Bot Connector's REST interface.</summary>
internal sealed class ConnectorChannel(
    ConnectorClients clients,
    IChannelCalls calls,
    IServiceUrlPolicy policy,
    IOutboundTokenProvider tokens,
    IOptions<BotFrameworkEdgeOptions> options,
    TimeProvider time,
    ILogger<ConnectorChannel> logger) : IChannel
{
    // A conversation with more pages than this is no conversation of people.
    private const int MostPages = 200;

    private static readonly MediaTypeHeaderValue s_json = new("application/json", "utf-8");

    public IChannel Once => field ??= new ConnectorChannel(clients, calls.Once, policy, tokens, options, time, logger);

    public Task<SentActivity> SendAsync(ConversationReference conversation, Activity activity, CancellationToken ct) =>
        PostAsync("send", conversation, activity, (api, body, token, stop) => api.SendAsync(conversation.ConversationId, Targeted(activity), body, token, stop), ct);

    public Task<SentActivity> ReplyAsync(ConversationReference conversation, string activityId, Activity activity, CancellationToken ct)
    {
        ThrowIfNoSegment(activityId);
        return PostAsync(
            "reply",
            conversation,
            activity with { ReplyToId = activityId },
            (api, body, token, stop) => api.ReplyAsync(conversation.ConversationId, activityId, Targeted(activity), body, token, stop),
            ct);
    }

    public Task<SentActivity> UpdateAsync(ConversationReference conversation, string activityId, Activity activity, CancellationToken ct)
    {
        ThrowIfNoSegment(activityId);
        return PostAsync(
            "update",
            conversation,
            // An edit that names the recipient of a targeted message is refused.
            activity with { Id = activityId, Recipient = IsTargeted(activity) ? null : activity.Recipient },
            (api, body, token, stop) => api.UpdateAsync(conversation.ConversationId, activityId, Targeted(activity), body, token, stop),
            ct);
    }

    public async Task DeleteAsync(ConversationReference conversation, string activityId, bool isTargeted, CancellationToken ct)
    {
        ThrowIfNoSegment(activityId);
        await CallAsync(
            "delete", conversation, (api, token, stop) => api.DeleteAsync(conversation.ConversationId, activityId, Targeted(isTargeted), token, stop), ct);
    }

    public async Task<ConversationReference> CreateConversationAsync(ConversationReference origin, ChannelAccount member, CancellationToken ct)
    {
        byte[] body = JsonSerializer.SerializeToUtf8Bytes(Personal(origin, member), ActivityJson.Context.ConversationParameters);
        await calls.WaitForPermitAsync(origin, ct);
        string answer = await CallAsync("create", origin, (api, token, stop) => api.CreateConversationAsync(Content(body), token, stop), ct);
        ConversationCreated? created = Read(answer, ActivityJson.Context.ConversationCreated);
        if (created is not { Id.Length: > 0 })
        {
            throw new ChannelException(ChannelFailure.Failed);
        }

        return origin with
        {
            ServiceUrl = ServiceUrls.TryParse(created.ServiceUrl, out _) ? created.ServiceUrl! : origin.ServiceUrl,
            ConversationId = created.Id,
            ConversationType = ConversationTypes.Personal,
            User = member,
        };
    }

    public async Task<IReadOnlyList<ChannelAccount>> GetMembersAsync(ConversationReference conversation, CancellationToken ct)
    {
        List<ChannelAccount> members = [];
        string? continuation = null;
        for (int page = 0; page < MostPages; page++)
        {
            string? from = continuation;
            string answer = await CallAsync(
                "members",
                conversation,
                (api, token, stop) => api.GetMembersAsync(conversation.ConversationId, options.Value.MembersPageSize, from, token, stop),
                ct);
            MembersPage read = Read(answer, ActivityJson.Context.MembersPage) ?? throw new ChannelException(ChannelFailure.Failed);
            members.AddRange(read.Members ?? []);
            continuation = read.ContinuationToken;
            if (string.IsNullOrEmpty(continuation) || continuation == from)
            {
                break;
            }
        }

        return members;
    }

    public async Task<ChannelAccount?> GetMemberAsync(ConversationReference conversation, string memberId, CancellationToken ct)
    {
        ThrowIfNoSegment(memberId);
        try
        {
            string answer = await CallAsync(
                "member", conversation, (api, token, stop) => api.GetMemberAsync(conversation.ConversationId, memberId, token, stop), ct);
            return Read(answer, ActivityJson.Context.ChannelAccount) ?? throw new ChannelException(ChannelFailure.Failed);
        }
        catch (ChannelException e) when (e.Kind == ChannelFailure.NotFound && e.Code != "ConversationNotFound")
        {
            return null;
        }
    }

    private async Task<SentActivity> PostAsync(
        string operation,
        ConversationReference conversation,
        Activity activity,
        Func<IConnectorApi, HttpContent, string?, CancellationToken, Task<HttpResponseMessage>> call,
        CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(activity);
        byte[] body = JsonSerializer.SerializeToUtf8Bytes(Addressed(conversation, activity), ActivityJson.Context.Activity);
        string answer = await CallAsync(operation, conversation, (api, token, stop) => call(api, Content(body), token, stop), ct);
        return new SentActivity(Read(answer, ActivityJson.Context.ResourceCreated)?.Id is { Length: > 0 } id ? id : null);
    }

    private Task<string> CallAsync(
        string operation, ConversationReference conversation, Func<IConnectorApi, string?, CancellationToken, Task<HttpResponseMessage>> call, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        ThrowIfNoSegment(conversation.ConversationId);
        if (!ServiceUrls.TryParse(conversation.ServiceUrl, out Uri? serviceUrl) || !policy.Allows(serviceUrl))
        {
            logger.ServiceHostRefused(serviceUrl?.IdnHost ?? "no address");
            throw new ChannelException(ChannelFailure.ServiceUrlRefused);
        }

        IConnectorApi api = clients.For(serviceUrl);
        return calls.RunAsync(
            operation,
            conversation,
            async stop =>
            {
                string? token = await TokenAsync(serviceUrl, stop);
                HttpResponseMessage response = await call(api, Bearer(token), stop);
                if (response.StatusCode != HttpStatusCode.Unauthorized || token is null || await ReplacedAsync(serviceUrl, token, stop) is not { } other)
                {
                    return await AnswerOfAsync(response, stop);
                }

                response.Dispose();
                return await AnswerOfAsync(await call(api, Bearer(other), stop), stop);
            },
            ct);
    }

    private static bool IsTargeted(Activity activity) => activity.Recipient?.IsTargeted == true;

    private static string? Targeted(Activity activity) => Targeted(IsTargeted(activity));

    // The query's value; without one it is left out.
    private static string? Targeted(bool isTargeted) => isTargeted ? "true" : null;

    private async Task<ChannelAnswer> AnswerOfAsync(HttpResponseMessage response, CancellationToken ct)
    {
        using (response)
        {
            return new ChannelAnswer((int)response.StatusCode, await response.Content.ReadAsStringAsync(ct), RetryAfters.Read(response.Headers.RetryAfter, time));
        }
    }

    private static string? Bearer(string? token) => token is null ? null : "Bearer " + token;

    private async ValueTask<string?> TokenAsync(Uri serviceUrl, CancellationToken ct)
    {
        try
        {
            return await tokens.GetTokenAsync(serviceUrl, ct);
        }
        catch (Exception e) when (e is not ChannelException)
        {
            // Nothing was sent to the connector, not even where the time ran out.
            throw new ChannelException(ChannelFailure.Unauthorized, code: "NoToken", inner: e);
        }
    }

    private async ValueTask<string?> ReplacedAsync(Uri serviceUrl, string refused, CancellationToken ct)
    {
        try
        {
            return await tokens.ReplaceTokenAsync(serviceUrl, refused, ct);
        }
        catch (Exception e) when (e is not ChannelException)
        {
            // The connector refused the call: it had no effect.
            throw new ChannelException(ChannelFailure.Unauthorized, (int)HttpStatusCode.Unauthorized, "NoToken", e);
        }
    }

    private static Activity Addressed(ConversationReference to, Activity activity) => activity with
    {
        Type = activity.Type ?? ActivityTypes.Message,
        ChannelId = activity.ChannelId ?? to.ChannelId,
        From = activity.From ?? to.Bot,
        Conversation = activity.Conversation ?? new ConversationAccount(to.ConversationId, to.ConversationType, to.TenantId),
    };

    // Teams takes this shape only: not a group, exactly one member, the tenant named (measured by Microsoft's teams.net, April 2026).
    private static ConversationParameters Personal(ConversationReference origin, ChannelAccount member) =>
        new(
            false,
            origin.Bot is null ? null : new ChannelAccount(origin.Bot.Id, origin.Bot.Name),
            [new ChannelAccount(member.Id, member.Name)],
            origin.TenantId,
            origin.TenantId is null
                ? null
                : JsonSerializer.SerializeToElement(
                    new JsonObject { ["tenant"] = new JsonObject { ["id"] = origin.TenantId } }, ActivityJson.Context.JsonObject));

    private static ByteArrayContent Content(byte[] body)
    {
        ByteArrayContent content = new(body);
        content.Headers.ContentType = s_json;
        return content;
    }

    // A post is done when the status says so: what its body looks like must not turn it into a failure.
    private static T? Read<T>(string json, JsonTypeInfo<T> contract)
        where T : class
    {
        try
        {
            return json.Length == 0 ? null : JsonSerializer.Deserialize(json, contract);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // Encoding leaves dots alone, and an address made of them would climb out of the conversation.
    private static void ThrowIfNoSegment(string? id)
    {
        if (id is null or "" or "." or "..")
        {
            throw new ChannelException(ChannelFailure.Rejected, code: "InvalidId");
        }
    }
}
