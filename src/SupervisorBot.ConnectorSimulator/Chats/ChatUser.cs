using System.Text.Json.Nodes;

namespace SupervisorBot.ConnectorSimulator.Chats;

/// <summary>A person in a chat.</summary>
/// <param name="Id">The channel's id, in Teams <c>29:…</c>.</param>
/// <param name="Name">The display name.</param>
/// <param name="AadObjectId">The Entra object id, a GUID.</param>
public sealed record ChatUser(string Id, string Name, string AadObjectId)
{
    /// <summary>A member as the connector lists it; lists differ in what they call the object id.</summary>
    internal JsonObject ToMember(string objectIdName) => new()
    {
        ["id"] = Id,
        [objectIdName] = AadObjectId,
        ["name"] = Name,
        ["tenantId"] = ChatConversation.TenantId,
        ["userRole"] = "user",
    };
}
