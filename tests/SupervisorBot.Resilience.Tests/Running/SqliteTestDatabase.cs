namespace SupervisorBot.Resilience.Tests.Running;

/// <summary>A SQLite file in a folder of its own.</summary>
internal sealed class SqliteTestDatabase : ITestDatabase
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("supervisorbot-database-");

    public string Provider => "Sqlite";

    public string ConnectionString => $"Data Source={Path.Combine(_folder.FullName, "supervisor.db")}";

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
