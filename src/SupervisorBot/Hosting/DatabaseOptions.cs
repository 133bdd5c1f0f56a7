namespace SupervisorBot.Hosting;

/// <summary>Where the bot keeps what must outlive it (section <c>Database</c>).</summary>
public sealed class DatabaseOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "Database";

    /// <summary>The name of the connection string.</summary>
    public const string ConnectionStringName = "Supervisor";

    /// <summary>
    /// <c>Sqlite</c> (default): one file, named by <c>ConnectionStrings:Supervisor</c>, by default <c>supervisor.db</c> in the working directory.
    /// <c>Memory</c>: everything is forgotten when the bot stops.
    /// </summary>
    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;
}
