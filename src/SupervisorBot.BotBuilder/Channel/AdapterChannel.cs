using System.Runtime.ExceptionServices;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector;
using Microsoft.Extensions.Options;
using Newtonsoft.Json.Linq;
using SupervisorBot.BotBuilder.Activities;
using SupervisorBot.BotFramework.Channel;
using SupervisorBot.BotFramework.Hosting;
using SupervisorBot.BotFramework.Schema;
using SdkActivity = Microsoft.Bot.Schema.Activity;
using SdkConversationParameters = Microsoft.Bot.Schema.ConversationParameters;
using SdkPage = Microsoft.Bot.Schema.PagedMembersResult;

namespace SupervisorBot.BotBuilder.Channel;

/// <summary>
/// The channel as the SDK's adapter reaches it. Every call is a turn of its own that the adapter begins (<see cref="BotAdapter.ContinueConversationAsync(string, SdkActivity, BotCallbackHandler, CancellationToken)"/>),
/// so that middleware sees what is sent; the bot posts into its threads after the turn that asked for it, never within. Failures and retries are those of every channel.
/// </summary>
internal sealed class AdapterChannel(
    CloudAdapter adapter,
    IChannelCalls calls,
    IServiceUrlPolicy policy,
    IOptions<BotFrameworkOptions> registration,
    IOptions<BotFrameworkEdgeOptions> options,
    TimeProvider time,
    ILogger<AdapterChannel> logger) : IChannel
{
    // A conversation with more pages than this is no conversation of people.
    private const int MostPages = 200;

    public IChannel Once => field ??= new AdapterChannel(adapter, calls.Once, policy, registration, options, time, logger);

    public Task<SentActivity> SendAsync(ConversationReference conversation, Activity activity, CancellationToken ct) =>
        PostAsync("send", conversation, activity, static (turn, sent, stop) => turn.SendActivityAsync(sent, stop), ct);

    public Task<SentActivity> ReplyAsync(ConversationReference conversation, string activityId, Activity activity, CancellationToken ct)
    {
        ThrowIfNoSegment(activityId);
        return PostAsync(
            "reply",
            conversation,
            activity,
            (turn, sent, stop) =>
            {
                // What is sent in a turn answers the activity with which the turn began.
                turn.Activity.Id = activityId;
                return turn.SendActivityAsync(sent, stop);
            },
            ct);
    }

    public Task<SentActivity> UpdateAsync(ConversationReference conversation, string activityId, Activity activity, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(activity);
        ThrowIfNoSegment(activityId);
        return PostAsync("update", conversation, activity with { Id = activityId }, static (turn, sent, stop) => turn.UpdateActivityAsync(sent, stop), ct);
    }

    public async Task DeleteAsync(ConversationReference conversation, string activityId, bool isTargeted, CancellationToken ct)
    {
        ThrowIfNoSegment(activityId);
        await CallAsync("delete", new Target(conversation) { IsTargeted = isTargeted }, (turn, stop) => turn.DeleteActivityAsync(activityId, stop), ct);
    }

    public async Task<ConversationReference> CreateConversationAsync(ConversationReference origin, ChannelAccount member, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(member);
        ThrowIfRefused(origin);
        await calls.WaitForPermitAsync(origin, ct);
        string? created = null;
        await calls.RunAsync(
            "create",
            origin,
            stop => TryAsync(
                callback => adapter.CreateConversationAsync(AppId, origin.ChannelId, origin.ServiceUrl, null, Personal(origin, member), callback, stop),
                (turn, _) =>
                {
                    created = turn.Activity.Conversation.Id;
                    return Task.CompletedTask;
                },
                isTargeted: false,
                stop),
            ct);
        return string.IsNullOrEmpty(created)
            ? throw new ChannelException(ChannelFailure.Failed)
            : origin with { ConversationId = created, ConversationType = ConversationTypes.Personal, User = member };
    }

    public async Task<IReadOnlyList<ChannelAccount>> GetMembersAsync(ConversationReference conversation, CancellationToken ct)
    {
        List<ChannelAccount> members = [];
        string? continuation = null;
        for (int page = 0; page < MostPages; page++)
        {
            string? from = continuation;
            SdkPage? read = null;
            await CallAsync(
                "members",
                new Target(conversation),
                async (turn, stop) => read = await Connector(turn).GetConversationPagedMembersAsync(conversation.ConversationId, options.Value.MembersPageSize, from, stop),
                ct);
            members.AddRange((read ?? throw new ChannelException(ChannelFailure.Failed)).Members?.Select(SdkActivities.FromSdk) ?? []);
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
            ChannelAccount? member = null;
            await CallAsync(
                "member",
                new Target(conversation),
                async (turn, stop) =>
                    member = await Connector(turn).GetConversationMemberAsync(memberId, conversation.ConversationId, stop) is { } found ? SdkActivities.FromSdk(found) : null,
                ct);
            return member ?? throw new ChannelException(ChannelFailure.Failed);
        }
        catch (ChannelException e) when (e.Kind == ChannelFailure.NotFound && e.Code != "ConversationNotFound")
        {
            return null;
        }
    }

    private string AppId => registration.Value.MicrosoftAppId ?? "";

    private static Conversations Connector(ITurnContext turn) => (Conversations)turn.TurnState.Get<IConnectorClient>().Conversations;

    private async Task<SentActivity> PostAsync(
        string operation,
        ConversationReference conversation,
        Activity activity,
        Func<ITurnContext, SdkActivity, CancellationToken, Task<Microsoft.Bot.Schema.ResourceResponse?>> post,
        CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(activity);
        Activity addressed = activity with { Type = activity.Type ?? ActivityTypes.Message };
        bool isTargeted = activity.Recipient?.IsTargeted == true;
        // An edit that names the recipient of a targeted message is refused.
        Target to = new(conversation) { IsTargeted = isTargeted, Recipient = isTargeted && activity.Id is not null ? null : activity.Recipient };
        string? id = null;
        // A new object for each try: the SDK writes into it.
        await CallAsync(operation, to, async (turn, stop) => id = (await post(turn, SdkActivities.ToSdk(addressed), stop))?.Id, ct);
        return new SentActivity(id is { Length: > 0 } ? id : null);
    }

    private Task<string> CallAsync(string operation, Target to, Func<ITurnContext, CancellationToken, Task> act, CancellationToken ct)
    {
        ThrowIfRefused(to.Conversation);
        return calls.RunAsync(
            operation,
            to.Conversation,
            stop => TryAsync(
                callback => adapter.ContinueConversationAsync(AppId, SdkActivities.Continuation(to.Conversation, to.Recipient), callback, stop), act, to.IsTargeted, stop),
            ct);
    }

    /// <summary>
    /// One try. What the act throws is kept and thrown afterwards, since an adapter may have an error handler that swallows it. What is thrown before the
    /// request has left is a failure to get a token, and had no effect.
    /// </summary>
    private async Task<ChannelAnswer> TryAsync(Func<BotCallbackHandler, Task> turn, Func<ITurnContext, CancellationToken, Task> act, bool isTargeted, CancellationToken stop)
    {
        using OutgoingCall call = OutgoingCall.Begin(isTargeted);
        ExceptionDispatchInfo? failure = null;
        try
        {
            await turn(async (context, _) =>
            {
                try
                {
                    await act(context, stop);
                }
#pragma warning disable CA1031 // It is thrown below.
                catch (Exception e)
#pragma warning restore CA1031
                {
                    failure = ExceptionDispatchInfo.Capture(e);
                }
            });
            failure?.Throw();
            return new ChannelAnswer(StatusCodes.Status200OK, "");
        }
        catch (Exception e) when (SdkAnswers.Read(e, time) is { } answer)
        {
            return answer;
        }
        catch (Microsoft.Rest.SerializationException) when (call.HasLeft)
        {
            // A post is done when the status says so: what its body looks like must not turn it into a failure.
            return new ChannelAnswer(StatusCodes.Status200OK, "");
        }
        catch (Exception e) when (!call.HasLeft && e is not ChannelException)
        {
            throw new ChannelException(ChannelFailure.Unauthorized, code: "NoToken", inner: e);
        }
    }

    private void ThrowIfRefused(ConversationReference conversation)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        ThrowIfNoSegment(conversation.ConversationId);
        if (!ServiceUrls.TryParse(conversation.ServiceUrl, out Uri? serviceUrl) || !policy.Allows(serviceUrl))
        {
            logger.ServiceHostRefused(serviceUrl?.IdnHost ?? "no address");
            throw new ChannelException(ChannelFailure.ServiceUrlRefused);
        }
    }

    // Teams takes this shape only: not a group, exactly one member, the tenant named.
    private static SdkConversationParameters Personal(ConversationReference origin, ChannelAccount member) => new()
    {
        IsGroup = false,
        Bot = origin.Bot is null ? null : new Microsoft.Bot.Schema.ChannelAccount(origin.Bot.Id, origin.Bot.Name),
        Members = [new Microsoft.Bot.Schema.ChannelAccount(member.Id, member.Name)],
        TenantId = origin.TenantId,
        ChannelData = origin.TenantId is null ? null : new JObject { ["tenant"] = new JObject { ["id"] = origin.TenantId } },
    };

    // Encoding leaves dots alone, and an address made of them would climb out of the conversation.
    private static void ThrowIfNoSegment(string? id)
    {
        if (id is null or "" or "." or "..")
        {
            throw new ChannelException(ChannelFailure.Rejected, code: "InvalidId");
        }
    }

    /// <summary>Where a call goes.</summary>
    /// <param name="Conversation">The conversation.</param>
    private sealed record Target(ConversationReference Conversation)
    {
        /// <summary>To whom what is sent is addressed, or null.</summary>
        public ChannelAccount? Recipient { get; init; }

        /// <summary>Whether that person alone sees it.</summary>
        public bool IsTargeted { get; init; }
    }
}
