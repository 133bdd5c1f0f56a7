using System.Data;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using SupervisorBot.Storage.Schema;
using SupervisorBot.Storage.Writing;

namespace SupervisorBot.Storage.Postgres;

/// <summary>
/// A connection over which batches are written in three exchanges with the server, however many changes there are: everything is locked and read, everything
/// is written, and committed. The driver keeps the statements prepared.
/// </summary>
internal sealed class PostgresBatchConnection : BatchConnection
{
    // In the order of the list, which is sorted: no two batches wait for each other. Locks of a transaction go with it, also through a connection pooler.
    private const string LockSql = "SELECT pg_advisory_xact_lock(number) FROM unnest($1) AS number";

    // A node that stands still in the middle of a batch must not keep the others waiting; nor may a lock that it waits for keep it.
    private const string LimitSql = "SELECT set_config('idle_in_transaction_session_timeout', $1, true), set_config('lock_timeout', $1, true)";

    // Read with the locks in hand: no earlier than anything that an earlier holder of them has written.
    private const string ClockSql = "SELECT clock_timestamp()";

    private readonly SupervisorDbContext _context;
    private readonly NpgsqlConnection _connection;

    private PostgresBatchConnection(SupervisorDbContext context)
    {
        _context = context;
        _connection = (NpgsqlConnection)context.Database.GetDbConnection();
    }

    public static async Task<PostgresBatchConnection> OpenAsync(IDbContextFactory<SupervisorDbContext> contexts)
    {
        var context = await contexts.CreateDbContextAsync();
        try
        {
            await context.Database.OpenConnectionAsync();
            return new PostgresBatchConnection(context);
        }
        catch
        {
            await context.DisposeAsync();
            throw;
        }
    }

    public override ValueTask DisposeAsync() => _context.DisposeAsync();

    protected override async Task StoreAsync(Batch batch, Action apply)
    {
        // Each statement sees what was committed before it began, and so what the earlier holder of a lock has written.
        await using var transaction = await _connection.BeginTransactionAsync(IsolationLevel.ReadCommitted);
        await ReadAsync(batch, transaction);
        apply();
        if (batch.Writes.Count == 0)
        {
            return;
        }

        await WriteAsync(batch, transaction);
        Committing();
        await transaction.CommitAsync();
    }

    private async Task ReadAsync(Batch batch, NpgsqlTransaction transaction)
    {
        var queries = batch.Queries();
        await using var commands = new NpgsqlBatch(_connection, transaction);
        commands.BatchCommands.Add(Command(LimitSql, [Milliseconds(batch.Limit)]));
        commands.BatchCommands.Add(Command(LockSql, [batch.Locks.ToArray()]));
        commands.BatchCommands.Add(Command(ClockSql, []));
        foreach (var query in queries)
        {
            commands.BatchCommands.Add(Command(query.Statement.Sql, query.Values));
        }

        await using var rows = await commands.ExecuteReaderAsync();
        await rows.NextResultAsync();
        await rows.NextResultAsync();
        await rows.ReadAsync();
        batch.SharedNow = rows.GetTime(0);
        foreach (var query in queries)
        {
            await rows.NextResultAsync();
            while (await rows.ReadAsync())
            {
                query.Row(rows);
            }
        }
    }

    private static string Milliseconds(TimeSpan limit) => ((int)limit.TotalMilliseconds).ToString(CultureInfo.InvariantCulture);

    private async Task WriteAsync(Batch batch, NpgsqlTransaction transaction)
    {
        await using var commands = new NpgsqlBatch(_connection, transaction);
        foreach (var write in batch.Writes)
        {
            commands.BatchCommands.Add(Command(write.Statement.Sql, write.Values));
        }

        await commands.ExecuteNonQueryAsync();
        for (var i = 0; i < batch.Writes.Count; i++)
        {
            batch.Writes[i].Check((int)commands.BatchCommands[i].RecordsAffected);
        }
    }

    private static NpgsqlBatchCommand Command(string sql, object?[] values)
    {
#pragma warning disable CA2100 // A statement of the program's own.
        var command = new NpgsqlBatchCommand(sql);
#pragma warning restore CA2100
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value is DateTimeOffset time ? time.ToUniversalTime() : value ?? DBNull.Value });
        }

        return command;
    }
}
