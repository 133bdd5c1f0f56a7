using System.Text.Json;
using System.Text.Json.Serialization;

namespace SupervisorBot.BotFramework.Schema;

/// <summary>A person or a bot as a channel knows it.</summary>
/// <param name="Id">The id within the channel; in Teams <c>29:…</c> for a person, <c>28:…</c> for a bot.</param>
/// <param name="Name">The display name; absent in many events.</param>
/// <param name="AadObjectId">The Entra object id. Some connectors call it <c>objectId</c> in lists of members; both are read.</param>
/// <param name="Role">The role, where the channel tells it: <c>user</c> or <c>bot</c>.</param>
public sealed record ChannelAccount(string? Id = null, string? Name = null, string? AadObjectId = null, string? Role = null)
{
    /// <summary>The Entra object id, from <c>aadObjectId</c> or, failing that, from <c>objectId</c>.</summary>
    public string? AadObjectId { get => field ?? Text("objectId"); init; } = AadObjectId;

    /// <summary>The mail address, in lists of members.</summary>
    public string? Email { get; init; }

    /// <summary>The user principal name, in lists of members.</summary>
    public string? UserPrincipalName { get; init; }

    /// <summary>The person's tenant, in lists of members.</summary>
    public string? TenantId { get; init; }

    /// <summary>True in an inbound activity that only its sender sees (a slash command of Teams), and in an answer only for one person.</summary>
    public bool? IsTargeted { get; init; }

    /// <summary>Every member without a property here, kept as it came.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Other { get; set; }

    private string? Text(string name) =>
        Other is not null && Other.TryGetValue(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
