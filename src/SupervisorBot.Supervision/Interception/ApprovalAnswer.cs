namespace SupervisorBot.Supervision.Interception;

/// <summary>Who approved an interception, or declined it, and when.</summary>
/// <param name="EntraObjectId">The approver's Microsoft Entra object id.</param>
/// <param name="AgentId">The approver's agent id.</param>
/// <param name="Name">The approver's name.</param>
/// <param name="Approved">True for an approval, false for a refusal.</param>
/// <param name="At">When.</param>
[GenerateSerializer, Immutable]
public sealed record ApprovalAnswer(string EntraObjectId, int AgentId, string Name, bool Approved, DateTimeOffset At);
