using System.Globalization;
using Npgsql;

namespace SupervisorBot.Resilience.Tests.Running;

/// <summary>A PostgreSQL database of its own on the tests' server.</summary>
internal sealed class PostgresTestDatabase : ITestDatabase
{
    private readonly string _server;
    private readonly string _name;

    private PostgresTestDatabase(string server, string name)
    {
        _server = server;
        _name = name;
    }

    public string Provider => "Postgres";

    public string ConnectionString => new NpgsqlConnectionStringBuilder(_server) { Database = _name }.ConnectionString;

    /// <summary>Makes an empty database. The test is skipped where there is no server.</summary>
    public static async Task<ITestDatabase> CreateAsync()
    {
        PostgresTestDatabase database = new(TestServers.Postgres, string.Create(CultureInfo.InvariantCulture, $"resilience_{Guid.NewGuid():N}"));
        await database.ExecuteAsync($"CREATE DATABASE {database._name}");
        return database;
    }

    // A bot that was killed may have left connections of which the server does not know yet.
    public async ValueTask DisposeAsync() => await ExecuteAsync($"DROP DATABASE IF EXISTS {_name} WITH (FORCE)");

    private async Task ExecuteAsync(string sql)
    {
        await using NpgsqlConnection connection = new(new NpgsqlConnectionStringBuilder(_server) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(CancellationToken.None);
        await using NpgsqlCommand command = new(sql, connection);
        await command.ExecuteNonQueryAsync(CancellationToken.None);
    }
}
