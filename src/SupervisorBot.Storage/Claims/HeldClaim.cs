using SupervisorBot.Supervision.Interception;

namespace SupervisorBot.Storage.Claims;

/// <summary>A stored claim.</summary>
internal sealed record HeldClaim(CallKey Call, Guid OperationId, int AgentId, string Holder, DateTimeOffset Until);
