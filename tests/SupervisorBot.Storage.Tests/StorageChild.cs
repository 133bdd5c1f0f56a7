using System.Diagnostics;
using Microsoft.Data.Sqlite;
using SupervisorBot.Supervision.Sessions.Stored;

namespace SupervisorBot.Storage.Tests;

/// <summary>A process of its own over a database, to be killed: what it has done it says in lines.</summary>
internal sealed class StorageChild : IDisposable
{
    public const string Command = "storage-child";

    /// <summary>Starts over the database, says so and ends.</summary>
    public const string Prepare = "prepare";

    /// <summary>Starts over the database, says so and goes on.</summary>
    public const string Stay = "stay";

    /// <summary>Saves interceptions without end and says of each version, once it counts as stored, which it was.</summary>
    public const string Save = "save";

    /// <summary>Is in the middle of a migration of a SQLite file, says so and stays there.</summary>
    public const string HangInMigration = "hang-in-migration";

    private readonly Process _process;

    private StorageChild(Process process) => _process = process;

    public static StorageChild Start(string role, string provider, string connectionString)
    {
        var start = new ProcessStartInfo(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
            [typeof(StorageChild).Assembly.Location, Command, role, provider, connectionString])
        {
            RedirectStandardOutput = true,
        };
        return new StorageChild(Process.Start(start)!);
    }

    public static async Task<int> RunAsync(string role, string provider, string connectionString)
    {
        if (role == HangInMigration)
        {
            await HangAsync(connectionString);
        }

        await using var host = await StorageHost.StartAsync(null, ("Database:Provider", provider), ("ConnectionStrings:Supervisor", connectionString));
        switch (role)
        {
            case Prepare:
                await Console.Out.WriteLineAsync("ready");
                return 0;
            case Stay:
                await Console.Out.WriteLineAsync("ready");
                await Task.Delay(Timeout.Infinite);
                return 0;
            case Save:
                await SaveWithoutEndAsync(host);
                return 0;
            default:
                return 2;
        }
    }

    public async Task<string?> ReadLineAsync() => await _process.StandardOutput.ReadLineAsync().WaitAsync(StorageHost.Limit);

    public async Task<int> ExitCodeAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(StorageHost.Limit);
        return _process.ExitCode;
    }

    /// <summary>Kills it as the kernel does (SIGKILL: it is not asked), and returns the lines that it had still said.</summary>
    public async Task<IReadOnlyList<string>> KillAsync()
    {
        _process.Kill();
        List<string> lines = [];
        while (await ReadLineAsync() is { } line)
        {
            lines.Add(line);
        }

        await _process.WaitForExitAsync().WaitAsync(StorageHost.Limit);
        return lines;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private static async Task SaveWithoutEndAsync(StorageHost host)
    {
        var epoch = (await host.Sessions.OpenAsync(Interceptions.Alex, "child", default)).Epoch;
        while (true)
        {
            var record = Interceptions.Proposed();
            while (true)
            {
                var commit = new SessionCommit(Interceptions.Alex, epoch) { Interceptions = [record] };
                if (await host.Sessions.CommitAsync(commit, default) != CommitResult.Committed)
                {
                    return;
                }

                await Console.Out.WriteLineAsync($"{record.View.OperationId} {record.Version}");
                if (record.Version == 4)
                {
                    break;
                }

                record = record.Version == 3 ? Interceptions.Decided(record) : Interceptions.Advanced(record);
            }
        }
    }

    private static async Task HangAsync(string connectionString)
    {
        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = WAL; BEGIN IMMEDIATE; CREATE TABLE interceptions (half INTEGER); INSERT INTO interceptions VALUES (1)";
        await command.ExecuteNonQueryAsync();
        await Console.Out.WriteLineAsync("holding");
        await Task.Delay(Timeout.Infinite);
    }
}
