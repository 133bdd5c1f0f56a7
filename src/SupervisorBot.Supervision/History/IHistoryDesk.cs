using SupervisorBot.Supervision.Audit;
using SupervisorBot.Supervision.Inspectors;

namespace SupervisorBot.Supervision.History;

/// <summary>Tells inspectors what was done to agents and their calls.</summary>
public interface IHistoryDesk
{
    /// <summary>
    /// Reads for somebody who has the permission <see cref="Access.Permission.History"/>, of what was done to agents of their teams. That somebody reads what
    /// others did, or takes the history out, is written into the audit first; where it cannot be, nothing is told.
    /// </summary>
    /// <param name="asker">Who asks, as they are now.</param>
    /// <param name="actor">The same for the audit, with the place.</param>
    /// <param name="query">What they want to know.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What was found; what cannot be read is refused (<see cref="Access.AccessRefusal.NotKnown"/>), never thrown.</returns>
    Task<HistoryAnswer> ReadAsync(Inspector asker, AuditActor actor, HistoryQuery query, CancellationToken cancellationToken);
}
