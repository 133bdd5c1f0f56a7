using System.Globalization;

namespace SupervisorBot.Benchmarks.Chat;

/// <summary>An inspector as the chat and the gateway know them, in their personal chat with the bot.</summary>
/// <param name="AgentId">The agent id at the gateway.</param>
internal sealed record ChatPerson(int AgentId)
{
    /// <summary>So many tenants that Teams' limit for one tenant's messages holds nobody up.</summary>
    private const int Tenants = 100;

    public string TenantId => string.Create(CultureInfo.InvariantCulture, $"11111111-1111-4111-8111-{AgentId % Tenants:D12}");

    public string Name => string.Create(CultureInfo.InvariantCulture, $"Inspector {AgentId}");

    public string EntraObjectId => string.Create(CultureInfo.InvariantCulture, $"aaaaaaaa-0000-4000-8000-{AgentId:D12}");

    public string ConversationId => string.Create(CultureInfo.InvariantCulture, $"a:personal-{AgentId}");

    public string Phone => string.Create(CultureInfo.InvariantCulture, $"4{AgentId:D5}");
}
