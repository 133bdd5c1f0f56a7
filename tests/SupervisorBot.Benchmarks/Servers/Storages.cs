using Npgsql;

namespace SupervisorBot.Benchmarks.Servers;

/// <summary>The storages that a run compares.</summary>
internal static class Storages
{
    public const string Memory = "Memory";
    public const string Sqlite = "Sqlite";
    public const string Postgres = "Postgres";

    private const string ServerVariable = "SUPERVISORBOT_TEST_POSTGRES";

    private static string? Server => Environment.GetEnvironmentVariable(ServerVariable) is { Length: > 0 } server ? server : null;

    /// <summary>Those that can be had here: PostgreSQL needs a server.</summary>
    public static IReadOnlyList<string> Here { get; } = Server is null ? [Memory, Sqlite] : [Memory, Sqlite, Postgres];

    /// <summary>Says so where a storage is missing.</summary>
    public static string Note => Server is null ? $"- PostgreSQL is missing: {ServerVariable} names no server (`tests/servers` starts one)." : "";

    /// <summary>The connection string of a database of its own; null where the storage needs none.</summary>
    public static async Task<string?> ConnectionStringAsync(string storage, DirectoryInfo folder)
    {
        switch (storage)
        {
            case Sqlite:
                return $"Data Source={Path.Combine(folder.FullName, "supervisor.db")}";
            case Postgres:
                var database = $"benchmark_{Guid.NewGuid():N}";
                await using (var connection = new NpgsqlConnection(Server))
                {
                    await connection.OpenAsync();
                    await using var create = connection.CreateCommand();
                    create.CommandText = $"CREATE DATABASE {database}";
                    await create.ExecuteNonQueryAsync();
                }

                return new NpgsqlConnectionStringBuilder(Server) { Database = database }.ConnectionString;
            default:
                return null;
        }
    }
}
