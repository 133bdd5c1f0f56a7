using Microsoft.EntityFrameworkCore;
using SupervisorBot.Storage.Retention;
using SupervisorBot.Storage.Writing;

namespace SupervisorBot.Storage.Sqlite;

/// <summary>Empties SQLite's log.</summary>
internal sealed class SqliteCleaner(DatabaseReader reader) : IDatabaseCleaner
{
    /// <summary>
    /// The log keeps old pages until it is written over: emptied, it holds no number that the database has forgotten. Where somebody reads just then it
    /// is left for the next time, for waiting would keep every change waiting too.
    /// </summary>
    // Both in one go, over one connection; the next to open it sets its own wait again.
    public Task CleanAsync(CancellationToken cancellationToken) => reader.ReadAsync(
        (context, stop) => context.Database.ExecuteSqlRawAsync("PRAGMA busy_timeout = 0; PRAGMA wal_checkpoint(TRUNCATE)", stop), cancellationToken);
}
