using System.Text.Json.Serialization;

namespace SupervisorBot.BotFramework.Schema;

/// <summary>All that is needed to post into a conversation later. Fit for storage as JSON, see <see cref="ActivityJson.Write(ConversationReference)"/>.</summary>
/// <param name="ServiceUrl">The connector's base address, as the channel gave it (with or without a trailing slash).</param>
/// <param name="ChannelId">The channel, <c>msteams</c> for Teams.</param>
/// <param name="ConversationId">The conversation, for a thread of a channel with its <c>;messageid=…</c>.</param>
/// <param name="ConversationType">The kind, see <see cref="ConversationTypes"/>; null outside Teams.</param>
/// <param name="TenantId">The tenant; null outside Teams.</param>
/// <param name="Bot">The bot's own account in this conversation.</param>
/// <param name="User">Who sent the activity that this reference was taken from, or null.</param>
/// <param name="Locale">That person's language, or null.</param>
public sealed record ConversationReference(
    string ServiceUrl,
    string ChannelId,
    string ConversationId,
    string? ConversationType = null,
    string? TenantId = null,
    ChannelAccount? Bot = null,
    ChannelAccount? User = null,
    string? Locale = null)
{
    /// <summary>True for a chat with one person: Teams says so; channels that do not tell are taken for one unless they say group.</summary>
    [JsonIgnore]
    public bool IsPersonal => ConversationType is null or ConversationTypes.Personal;

    /// <summary>Takes the reference out of an inbound activity.</summary>
    /// <param name="activity">An activity with <c>channelId</c> and <c>conversation.id</c>; the messages endpoint accepts no other.</param>
    /// <exception cref="ArgumentException">The activity names no channel or no conversation.</exception>
    public static ConversationReference FromActivity(Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        if (activity is not { ChannelId.Length: > 0, Conversation.Id.Length: > 0 })
        {
            throw new ArgumentException("The activity names no channel or no conversation.", nameof(activity));
        }

        ConversationAccount conversation = activity.Conversation;
        return new ConversationReference(
            activity.ServiceUrl ?? "",
            activity.ChannelId,
            conversation.Id,
            conversation.ConversationType ?? (conversation.IsGroup == true ? ConversationTypes.GroupChat : null),
            conversation.TenantId ?? TenantOf(activity),
            activity.Recipient,
            activity.From,
            activity.Locale);
    }

    private static string? TenantOf(Activity activity) =>
        activity.ChannelData is { ValueKind: System.Text.Json.JsonValueKind.Object } data
        && data.TryGetProperty("tenant", out var tenant) && tenant.ValueKind == System.Text.Json.JsonValueKind.Object
        && tenant.TryGetProperty("id", out var id) && id.ValueKind == System.Text.Json.JsonValueKind.String
            ? id.GetString()
            : null;
}
