using System.ComponentModel.DataAnnotations;

namespace SupervisorBot.Supervision.Storage;

/// <summary>Where the bot keeps what must outlive it (section <c>Database</c>, and <c>ConnectionStrings:Supervisor</c>).</summary>
public sealed class DatabaseOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "Database";

    /// <summary>The name of the connection string.</summary>
    public const string ConnectionStringName = "Supervisor";

    /// <summary>The connection string where none is configured: a file in the working directory.</summary>
    public const string DefaultConnectionString = "Data Source=supervisor.db";

    /// <summary>The <see cref="Provider"/> that keeps everything in one file.</summary>
    public const string Sqlite = "Sqlite";

    /// <summary>The <see cref="Provider"/> that keeps everything in the process's memory.</summary>
    public const string Memory = "Memory";

    /// <summary>The <see cref="Synchronous"/> that waits for the disk only when the log is carried over into the database.</summary>
    public const string Normal = "Normal";

    /// <summary>The <see cref="Synchronous"/> that waits for the disk at every change.</summary>
    public const string Full = "Full";

    /// <summary>
    /// <c>Sqlite</c> (default): one file, named by <c>ConnectionStrings:Supervisor</c>, by default <c>supervisor.db</c> in the working directory.
    /// <c>Memory</c>: everything is forgotten when the bot stops.
    /// </summary>
    public string Provider { get; set; } = Sqlite;

    /// <summary>
    /// How hard a change is pressed to the disk before it counts as stored. <c>Full</c> (default): what is stored outlives a power failure, so that
    /// an intercept which had left is known to have left. <c>Normal</c>: whatever happens to the process, nothing stored is lost, but a power failure
    /// may cost the changes of the last moments; it saves a disk flush for each change.
    /// </summary>
    public string Synchronous { get; set; } = Full;

    /// <summary>How long a change waits for another one, or for another process, to be done with the file. Default 5 seconds; 100 milliseconds to 1 minute.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")]
    public TimeSpan BusyTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How often outcomes past <c>Interception:OutcomeLifetime</c> are removed. Default 10 minutes; 1 second to 1 day.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan PurgeInterval { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>The connection string, from <c>ConnectionStrings:Supervisor</c>.</summary>
    internal string ConnectionString { get; set; } = DefaultConnectionString;

    /// <summary>Whether nothing is written to a file.</summary>
    internal bool IsInMemory => string.Equals(Provider, Memory, StringComparison.OrdinalIgnoreCase);
}
