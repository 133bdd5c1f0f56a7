using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace SupervisorBot.Supervision.Tests.Storage;

/// <summary>A process of its own over a database file, to be killed: what it has done it says in lines.</summary>
internal sealed class StorageChild : IDisposable
{
    public const string Command = "storage-child";

    /// <summary>Prepares the database, says so and ends.</summary>
    public const string Prepare = "prepare";

    /// <summary>Saves interceptions without end and says of each version, once it counts as stored, which it was.</summary>
    public const string Save = "save";

    /// <summary>Is in the middle of a migration, says so and stays there.</summary>
    public const string HangInMigration = "hang-in-migration";

    private readonly Process _process;

    private StorageChild(Process process) => _process = process;

    public static StorageChild Start(string role, string path)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [typeof(StorageChild).Assembly.Location, Command, role, path])
        {
            RedirectStandardOutput = true,
        };
        return new StorageChild(Process.Start(start)!);
    }

    public static async Task<int> RunAsync(string role, string path)
    {
        switch (role)
        {
            case Prepare:
                await using (await StorageHost.StartAsync(path))
                {
                    await Console.Out.WriteLineAsync("ready");
                }

                return 0;
            case Save:
                await SaveWithoutEndAsync(path);
                return 0;
            case HangInMigration:
                await HangAsync(path);
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

    private static async Task SaveWithoutEndAsync(string path)
    {
        await using var host = await StorageHost.StartAsync(path);
        while (true)
        {
            var record = Interceptions.Proposed();
            for (var saved = await host.Journal.TrySaveAsync(record, default); saved && record.Version < 4; saved = await host.Journal.TrySaveAsync(record, default))
            {
                await Console.Out.WriteLineAsync($"{record.View.OperationId} {record.Version}");
                record = record.Version == 3 ? Interceptions.Decided(record) : Interceptions.Advanced(record);
            }

            await Console.Out.WriteLineAsync($"{record.View.OperationId} {record.Version}");
        }
    }

    private static async Task HangAsync(string path)
    {
        await using var connection = new SqliteConnection($"Data Source={path}");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = WAL; BEGIN IMMEDIATE; CREATE TABLE interceptions (half INTEGER); INSERT INTO interceptions VALUES (1)";
        await command.ExecuteNonQueryAsync();
        await Console.Out.WriteLineAsync("holding");
        await Task.Delay(Timeout.Infinite);
    }
}
