using SupervisorBot.Supervision.Desk;

namespace SupervisorBot.Supervision.Audit;

/// <summary>Tells of a place, which is opaque to supervision, what belongs into the audit. The conversation knows.</summary>
public interface IOriginReader
{
    /// <summary>Reads a place.</summary>
    /// <param name="origin">The place, as the conversation wrote it.</param>
    /// <returns>What is known of it; nothing where it cannot be read.</returns>
    AuditPlace Read(RequestOrigin origin);
}
