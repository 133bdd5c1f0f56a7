using Npgsql;

namespace SupervisorBot.Storage.Tests;

/// <summary>A database of a test's own, gone after it. Hosts over it may come and go.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    public const string Memory = DatabaseOptions.Memory;
    public const string Sqlite = DatabaseOptions.Sqlite;
    public const string Postgres = DatabaseOptions.Postgres;

    private readonly TempFolder _folder = new();
    private readonly string _provider;
    private readonly string? _name;
    private readonly List<StorageHost> _hosts = [];

    private TestDatabase(string provider, string? name) => (_provider, _name) = (provider, name);

    /// <summary>The server for tests, or null where none was started (tests/servers).</summary>
    public static string? Server { get; } = Environment.GetEnvironmentVariable("SUPERVISORBOT_TEST_POSTGRES") is { Length: > 0 } server ? server : null;

    public TempFolder Folder => _folder;

    public string Provider => _provider;

    public string ConnectionString => _provider == Postgres
        ? new NpgsqlConnectionStringBuilder(Server!) { Database = _name, Pooling = false }.ConnectionString
        : $"Data Source={_folder.Database}";

    public static async Task<TestDatabase> CreateAsync(string provider)
    {
        if (provider != Postgres)
        {
            return new TestDatabase(provider, null);
        }

        Assert.SkipWhen(Server is null, "SUPERVISORBOT_TEST_POSTGRES names no server: bash tests/servers start");
        var name = $"storage_{Guid.NewGuid():N}";
        await OnServerAsync($"CREATE DATABASE {name}");
        return new TestDatabase(provider, name);
    }

    /// <summary>A host over it.</summary>
    public async Task<StorageHost> StartAsync(TimeProvider? time = null, params (string Name, string Value)[] settings)
    {
        // The pool of the host's own connections is closed with it.
        var connection = _provider == Postgres ? new NpgsqlConnectionStringBuilder(ConnectionString) { Pooling = true }.ConnectionString : ConnectionString;
        var host = await StorageHost.StartAsync(time, [("Database:Provider", _provider), ("ConnectionStrings:Supervisor", connection), .. settings]);
        _hosts.Add(host);
        return host;
    }

    /// <summary>Asks the database itself, past everything that is tested.</summary>
    public async Task<object?> AskAsync(string sql)
    {
        if (_provider != Postgres)
        {
            return _folder.Ask(sql);
        }

        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync();
    }

    public async Task<long> CountAsync(string table) => (long)(await AskAsync($"SELECT COUNT(*) FROM {table}"))!;

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts)
        {
            await host.DisposeAsync();
        }

        if (_name is not null)
        {
            await OnServerAsync($"DROP DATABASE {_name} WITH (FORCE)");
        }

        _folder.Dispose();
    }

    public static async Task OnServerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Server);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
