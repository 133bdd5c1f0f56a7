using System.Text.Json;
using Newtonsoft.Json.Linq;
using SupervisorBot.BotFramework.Schema;
using SdkActivity = Microsoft.Bot.Schema.Activity;
using SdkChannelAccount = Microsoft.Bot.Schema.ChannelAccount;
using SdkConversationAccount = Microsoft.Bot.Schema.ConversationAccount;
using SdkInvokeResponse = Microsoft.Bot.Builder.InvokeResponse;

namespace SupervisorBot.BotBuilder.Activities;

/// <summary>Turns the SDK's objects into the bot's own and back. Both are the same JSON, and whatever one side has no property for is kept.</summary>
internal static class SdkActivities
{
    public static Activity FromSdk(SdkActivity activity) =>
        ActivityJson.ReadActivity(SdkJson.Write(activity)) ?? throw new JsonException("The activity is null.");

    public static SdkActivity ToSdk(Activity activity) => SdkJson.Read<SdkActivity>(ActivityJson.Write(activity));

    public static ChannelAccount FromSdk(SdkChannelAccount account) =>
        JsonSerializer.Deserialize<ChannelAccount>(SdkJson.Write(account), ActivityJson.Options) ?? throw new JsonException("The account is null.");

    public static SdkChannelAccount? ToSdk(ChannelAccount? account) =>
        account is null ? null : SdkJson.Read<SdkChannelAccount>(JsonSerializer.Serialize(account, ActivityJson.Options));

    /// <summary>The activity that the SDK takes for the answer to an invoke. Where there is no body an empty object is sent.</summary>
    public static SdkActivity ToSdk(InvokeResponse response) => new()
    {
        Type = Microsoft.Bot.Schema.ActivityTypesEx.InvokeResponse,
        Value = new SdkInvokeResponse { Status = response.Status, Body = response.Body is { } body ? SdkJson.ReadToken(body.ToJsonString(ActivityJson.Options)) : new JObject() },
    };

    /// <summary>The activity with which the SDK begins a turn that nobody asked for. It has no id, so that what is sent in it answers nothing.</summary>
    /// <param name="to">The conversation.</param>
    /// <param name="recipient">To whom something is addressed, or null.</param>
    public static SdkActivity Continuation(ConversationReference to, ChannelAccount? recipient = null) => new()
    {
        Type = Microsoft.Bot.Schema.ActivityTypes.Event,
        Name = Microsoft.Bot.Schema.ActivityEventNames.ContinueConversation,
        ChannelId = to.ChannelId,
        ServiceUrl = to.ServiceUrl,
        Conversation = new SdkConversationAccount(conversationType: to.ConversationType, id: to.ConversationId, tenantId: to.TenantId),
        Recipient = ToSdk(to.Bot),
        From = ToSdk(recipient),
    };
}
