using System.Text.Json;
using System.Text.Json.Serialization;

namespace SupervisorBot.BotFramework.Schema;

/// <summary>A conversation as a channel knows it.</summary>
/// <param name="Id">The id. A thread of a Teams channel carries its root message: <c>19:…@thread.tacv2;messageid=…</c>.</param>
/// <param name="ConversationType">The kind, see <see cref="ConversationTypes"/>; absent outside Teams.</param>
/// <param name="TenantId">The tenant; absent outside Teams.</param>
/// <param name="IsGroup">True for group chats and channels; absent in a personal chat.</param>
/// <param name="Name">The conversation's name, where there is one.</param>
public sealed record ConversationAccount(
    string? Id = null, string? ConversationType = null, string? TenantId = null, bool? IsGroup = null, string? Name = null)
{
    /// <summary>Every member without a property here, kept as it came.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Other { get; set; }
}
