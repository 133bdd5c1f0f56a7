using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Npgsql;
using SupervisorBot.Supervision.Sessions.Stored;

namespace SupervisorBot.Storage.Writing;

/// <summary>Tells what passes by itself, and is to be tried again, from what is a defect.</summary>
internal static class Faults
{
    private const string IdleInTransaction = "25P03";

    /// <summary>The failure as callers know it, or null where trying again would not help.</summary>
    public static StoreUnavailableException? Translate(Exception exception) => exception switch
    {
        StoreUnavailableException known => known,
        SqliteException sqlite => OfSqlite(sqlite),
        PostgresException postgres => OfPostgres(postgres),
        NpgsqlException { InnerException: TimeoutException } late => new DatabaseBusyException(late),
        NpgsqlException lost => new DatabaseAwayException(lost),
        SocketException lost => new DatabaseAwayException(lost),
        TimeoutException late => new DatabaseBusyException(late),
        { InnerException: { } inner } => Translate(inner),
        _ => null,
    };

    /// <summary>Whether another transaction came between: the same change succeeds, or is refused as it should be, when it is made again.</summary>
    public static bool IsOvertaken(Exception exception) => exception is OvertakenException
        or PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected };

    /// <summary>
    /// Whether a commit that failed so may be stored all the same. It is not where PostgreSQL answered with an error, which undoes the transaction, nor where
    /// SQLite did not come to write it. A connection that was lost or ended, a wait that was over and a write that failed half-way leave it open.
    /// </summary>
    public static bool LeavesOpen(Exception commit) => commit switch
    {
        PostgresException postgres => postgres.InvariantSeverity != "ERROR",
        SqliteException sqlite => sqlite.SqliteErrorCode is not (5 or 6), // BUSY, LOCKED
        _ => true,
    };

    // https://www.sqlite.org/rescode.html
    private static StoreUnavailableException? OfSqlite(SqliteException exception) => exception.SqliteErrorCode switch
    {
        5 or 6 => new DatabaseBusyException(exception), // BUSY, LOCKED
        13 => new DatabaseFullException(exception), // FULL
        8 or 10 or 14 => new DatabaseAwayException(exception), // READONLY, IOERR, CANTOPEN
        _ => null,
    };

    // https://www.postgresql.org/docs/current/errcodes-appendix.html: class 53 is a lack of resources, 57 an operator's intervention, 08 the connection.
    private static StoreUnavailableException? OfPostgres(PostgresException exception) => exception.SqlState switch
    {
        PostgresErrorCodes.DiskFull or PostgresErrorCodes.OutOfMemory => new DatabaseFullException(exception),
        PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.QueryCanceled or PostgresErrorCodes.TooManyConnections => new DatabaseBusyException(exception),
        PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected => new DatabaseBusyException(exception),
        PostgresErrorCodes.ReadOnlySqlTransaction => new DatabaseAwayException(exception), // A standby, before or after a fail-over.
        ['5', '3', ..] => new DatabaseBusyException(exception),
        ['5', '7', ..] or ['0', '8', ..] or ['5', '8', ..] or IdleInTransaction => new DatabaseAwayException(exception),
        _ => null,
    };
}
