using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace SupervisorBot.EndToEnd.Tests.Faults.Databases;

/// <summary>
/// SQLite that answers SQLITE_FULL to every change, as on a disk without room: on each of the bot's connections a temporary trigger, while it is to be full,
/// puts more into a temporary table than that may hold.
/// </summary>
internal sealed class FullFile : FaultDatabase, IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private readonly TempFile _file = new();
    private readonly IDisposable _listening;
    private readonly ConcurrentBag<IDisposable> _connections = [];
    private volatile bool _isFull;

    public FullFile() => _listening = DiagnosticListener.AllListeners.Subscribe(this);

    public override FaultSetting Setting => _file.Setting;

    public override Task BreakAsync()
    {
        _isFull = true;
        return Task.CompletedTask;
    }

    public override Task MendAsync()
    {
        _isFull = false;
        return Task.CompletedTask;
    }

    public override ValueTask DisposeAsync()
    {
        _listening.Dispose();
        foreach (var connections in _connections)
        {
            connections.Dispose();
        }

        _file.Dispose();
        return ValueTask.CompletedTask;
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
        {
            _connections.Add(value.Subscribe(this));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is ConnectionEndEventData { Connection: SqliteConnection connection }
            && value.Key == RelationalEventId.ConnectionOpened.Name
            && connection.DataSource == _file.Path)
        {
            Cram(connection);
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    private void Cram(SqliteConnection connection)
    {
        connection.CreateFunction("disk_is_full", () => _isFull ? 1 : 0);
        Execute(connection, "CREATE TEMP TABLE IF NOT EXISTS crammed (content); PRAGMA temp.max_page_count = 16;");
        foreach (var table in Tables(connection))
        {
            foreach (var change in new[] { "INSERT", "UPDATE", "DELETE" })
            {
                Execute(
                    connection,
                    $"CREATE TEMP TRIGGER IF NOT EXISTS cram_{change}_{table} BEFORE {change} ON main.\"{table}\" WHEN disk_is_full() "
                    + "BEGIN INSERT INTO crammed VALUES (zeroblob(1000000)); END;");
            }
        }
    }

    private static List<string> Tables(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE '\\_\\_%' ESCAPE '\\'";
        using var reader = command.ExecuteReader();
        List<string> tables = [];
        while (reader.Read())
        {
            tables.Add(reader.GetString(0));
        }

        return tables;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The names come from the database's own schema.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
