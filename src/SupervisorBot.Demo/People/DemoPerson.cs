using SupervisorBot.ConnectorSimulator.Chats;

namespace SupervisorBot.Demo;

/// <summary>Somebody in the demo's chats.</summary>
/// <param name="Id">The chat's id.</param>
/// <param name="GivenName">The given name.</param>
/// <param name="Surname">The surname.</param>
/// <param name="EntraObjectId">The Entra object id.</param>
/// <param name="AgentId">The agent id at the gateway; null for somebody who is no inspector.</param>
internal sealed record DemoPerson(string Id, string GivenName, string Surname, string EntraObjectId, int? AgentId = null)
{
    /// <summary>The name in chats.</summary>
    public string Name => $"{GivenName} {Surname}";

    /// <summary>The mail address, which is the user principal name too.</summary>
    public string Mail => $"{GivenName}.{Surname}@contoso.com".ToLowerInvariant();

    /// <summary>The person in front of a chat client.</summary>
    public ChatUser ToChatUser() => new(Id, Name, EntraObjectId);
}
