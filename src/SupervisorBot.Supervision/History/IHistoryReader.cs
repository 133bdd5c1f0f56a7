using SupervisorBot.Supervision.Audit;

namespace SupervisorBot.Supervision.History;

/// <summary>Finds in the audit what was done to agents and their calls (<see cref="HistoryActs"/>), without going along all of it.</summary>
public interface IHistoryReader
{
    /// <summary>
    /// Reads the newest entries that a filter lets through. Where it asks for one inspector's acts, what others said to those acts (an approval) comes along.
    /// </summary>
    /// <param name="filter">Which, and how many at most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The entries; those that cannot be read as entries any more are left out.</returns>
    /// <exception cref="Sessions.Stored.StoreUnavailableException">It cannot be read at present.</exception>
    Task<HistoryReading> ReadAsync(HistoryFilter filter, CancellationToken cancellationToken);
}
