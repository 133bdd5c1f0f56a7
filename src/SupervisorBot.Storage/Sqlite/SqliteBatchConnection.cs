using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SupervisorBot.Storage.Schema;
using SupervisorBot.Storage.Writing;

namespace SupervisorBot.Storage.Sqlite;

/// <summary>
/// The one connection over which this process writes. SQLite has one writer; who waits in this process's queue is let in at once and in order, while who
/// waits at the file polls for it. It works in its caller's thread.
/// </summary>
internal sealed class SqliteBatchConnection : BatchConnection
{
    private readonly SupervisorDbContext _context;
    private readonly SqliteConnection _connection;
    private readonly Dictionary<Statement, SqliteCommand> _prepared = new(ReferenceEqualityComparer.Instance);

    private readonly int _longestWait;
    private int _wait;

    private SqliteBatchConnection(SupervisorDbContext context)
    {
        _context = context;
        _connection = (SqliteConnection)context.Database.GetDbConnection();
        _longestWait = _wait = Math.Max(1, _connection.DefaultTimeout);
    }

    public static SqliteBatchConnection Open(IDbContextFactory<SupervisorDbContext> contexts)
    {
        var context = contexts.CreateDbContext();
        try
        {
            context.Database.OpenConnection();
            return new SqliteBatchConnection(context);
        }
        catch
        {
            context.Dispose();
            throw;
        }
    }

    public override ValueTask DisposeAsync()
    {
        foreach (var command in _prepared.Values)
        {
            command.Dispose();
        }

        _context.Dispose();
        return ValueTask.CompletedTask;
    }

    protected override Task StoreAsync(Batch batch, Action apply)
    {
        WaitNoLongerThan(batch.Limit);

        // The write lock is taken before anything is read: what was read is still so when it is written.
        using var transaction = _connection.BeginTransaction(deferred: false);
        foreach (var query in batch.Queries())
        {
            using var rows = Command(query.Statement, query.Values, transaction).ExecuteReader();
            while (rows.Read())
            {
                query.Row(rows);
            }
        }

        apply();
        foreach (var write in batch.Writes)
        {
            write.Check(Command(write.Statement, write.Values, transaction).ExecuteNonQuery());
        }

        if (batch.Writes.Count > 0)
        {
            Committing();
            transaction.Commit();
        }

        return Task.CompletedTask;
    }

    /// <summary>
    /// Others who hold the file are waited for until the time of the batch is over. The provider counts that in whole seconds, on top
    /// of what SQLite itself waits, so both are set to the same.
    /// </summary>
    private void WaitNoLongerThan(TimeSpan limit)
    {
        var seconds = Math.Clamp((int)Math.Ceiling(limit.TotalSeconds), 1, _longestWait);
        if (seconds == _wait)
        {
            return;
        }

        _wait = seconds;
        _connection.DefaultTimeout = seconds;
        using var command = _connection.CreateCommand();
#pragma warning disable CA2100 // A number of the program's own.
        command.CommandText = string.Create(CultureInfo.InvariantCulture, $"PRAGMA busy_timeout = {seconds * 1000}");
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private SqliteCommand Command(Statement statement, object?[] values, SqliteTransaction transaction)
    {
        if (!_prepared.TryGetValue(statement, out var command))
        {
            _prepared[statement] = command = Prepare(statement, values.Length);
        }

        command.Transaction = transaction;
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = SqliteWords.Of(values[i]);
        }

        return command;
    }

    private SqliteCommand Prepare(Statement statement, int parameters)
    {
        var command = _connection.CreateCommand();
#pragma warning disable CA2100 // A statement of the program's own.
        command.CommandText = SqliteWords.Of(statement.Sql);
#pragma warning restore CA2100
        for (var i = 1; i <= parameters; i++)
        {
            command.Parameters.AddWithValue(string.Create(CultureInfo.InvariantCulture, $"${i}"), DBNull.Value);
        }

        command.Prepare();
        return command;
    }
}
