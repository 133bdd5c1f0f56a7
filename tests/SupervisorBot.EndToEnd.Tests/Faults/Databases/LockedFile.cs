using Microsoft.Data.Sqlite;

namespace SupervisorBot.EndToEnd.Tests.Faults.Databases;

/// <summary>SQLite whose write lock another program takes and keeps.</summary>
internal sealed class LockedFile : FaultDatabase
{
    private readonly TempFile _file = new();
    private SqliteConnection? _other;

    public override FaultSetting Setting => _file.Setting;

    public override async Task BreakAsync()
    {
        _other = new SqliteConnection($"Data Source={_file.Path};Pooling=False");
        await _other.OpenAsync();
        await using var command = _other.CreateCommand();
        command.CommandText = "BEGIN IMMEDIATE";
        await command.ExecuteNonQueryAsync();
    }

    public override async Task MendAsync()
    {
        if (Interlocked.Exchange(ref _other, null) is { } other)
        {
            await other.DisposeAsync();
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await MendAsync();
        _file.Dispose();
    }
}
