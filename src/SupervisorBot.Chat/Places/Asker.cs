using SupervisorBot.BotFramework.Schema;
using SupervisorBot.Supervision.Audit;
using SupervisorBot.Supervision.Inspectors;

namespace SupervisorBot.Chat.Places;

/// <summary>An inspector as something that lasts remembers them: who they are, and nothing by which they could be reached.</summary>
/// <param name="EntraObjectId">Their Microsoft Entra object id.</param>
/// <param name="AgentId">Their agent id at the gateway.</param>
/// <param name="Name">Their name.</param>
[GenerateSerializer, Immutable]
internal sealed record Asker(string EntraObjectId, int AgentId, string Name)
{
    public static Asker Of(Inspector inspector) => new(inspector.EntraObjectId, inspector.AgentId, inspector.DisplayName);

    /// <summary>To ask supervision as; the session knows the phone itself.</summary>
    public Inspector ToInspector() => new(EntraObjectId, AgentId, Name, "");

    /// <summary>As the audit knows them.</summary>
    public AuditActor ActorAt(ConversationReference where) => new(where.TenantId, EntraObjectId, Name, AgentId, where.ConversationId);
}
