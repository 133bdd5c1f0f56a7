namespace SupervisorBot.Supervision.Audit;

/// <summary>Who did something, and from where; null for what is not known.</summary>
/// <param name="TenantId">The Entra tenant of the conversation.</param>
/// <param name="ObjectId">The person's Entra object id.</param>
/// <param name="Name">The person's name, as the directory of inspectors or the chat tells it.</param>
/// <param name="AgentId">The inspector's agent id at the gateway.</param>
/// <param name="ConversationId">The conversation in which it was asked.</param>
public sealed record AuditActor(string? TenantId, string? ObjectId, string? Name, int? AgentId, string? ConversationId);
