namespace SupervisorBot.Supervision.Audit;

/// <summary>Where something was asked; null for what is not known.</summary>
/// <param name="TenantId">The Entra tenant of the conversation.</param>
/// <param name="ConversationId">The conversation.</param>
public sealed record AuditPlace(string? TenantId, string? ConversationId)
{
    /// <summary>A place of which nothing is known.</summary>
    public static AuditPlace Unknown { get; } = new(null, null);
}
