using System.Text.Json;
using SupervisorBot.BotFramework.Schema;

namespace SupervisorBot.BotFramework.Authentication.Inbound;

/// <summary>The tenant stands in two places of Teams' activities. Which one is looked at later must not matter.</summary>
internal static class ActivityTenants
{
    /// <summary>False where both places name one and they differ, or where either holds something that is no text.</summary>
    public static bool Agree(Activity activity) =>
        !TryRead(activity.ChannelData, out string? channel) ? false
        : channel is null || activity.Conversation?.TenantId is not { Length: > 0 } conversation || conversation.Equals(channel, StringComparison.OrdinalIgnoreCase);

    private static bool TryRead(JsonElement? channelData, out string? tenant)
    {
        tenant = null;
        if (channelData is not { ValueKind: JsonValueKind.Object } data || !data.TryGetProperty("tenant", out JsonElement given) || given.ValueKind == JsonValueKind.Null)
        {
            return true;
        }

        if (given.ValueKind != JsonValueKind.Object || !given.TryGetProperty("id", out JsonElement id))
        {
            return given.ValueKind == JsonValueKind.Object;
        }

        tenant = id.ValueKind == JsonValueKind.String && id.GetString() is { Length: > 0 } text ? text : null;
        return id.ValueKind is JsonValueKind.String or JsonValueKind.Null;
    }
}
