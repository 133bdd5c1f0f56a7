using SupervisorBot.Supervision.Desk;

namespace SupervisorBot.Supervision.Audit;

/// <summary>Takes the place's text itself for the conversation's id: where no conversation says what its places mean.</summary>
internal sealed class OpaqueOrigins : IOriginReader
{
    public AuditPlace Read(RequestOrigin origin) => new(null, origin.Value);
}
