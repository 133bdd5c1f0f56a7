using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Options;

namespace SupervisorBot.Storage.Sqlite;

/// <summary>Sets, on every connection that is opened, what SQLite keeps by connection and not in the file.</summary>
internal sealed class ConnectionSettings(IOptions<DatabaseOptions> options) : DbConnectionInterceptor
{
    // synchronous=NORMAL: with a write-ahead log every committed change is in the operating system's hands before the save returns, so neither a crash
    // nor a kill of the process loses one; only a power failure may cost the last changes, and never the file. FULL flushes the disk at each change.
    // secure_delete: what is overwritten or deleted (a customer's number) is zeroed in the file, not just unlinked.
    private readonly string _sql = string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"PRAGMA busy_timeout = {(int)options.Value.BusyTimeout.TotalMilliseconds}; PRAGMA synchronous = {options.Value.Synchronous}; PRAGMA secure_delete = ON;");

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = _sql;
        command.ExecuteNonQuery();
    }

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        // SQLite works in the caller's thread either way.
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }
}
