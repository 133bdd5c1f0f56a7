using System.ComponentModel.DataAnnotations;

namespace SupervisorBot.Storage;

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

    /// <summary>The <see cref="Provider"/> that keeps everything on a server, which several nodes share.</summary>
    public const string Postgres = "Postgres";

    /// <summary>The <see cref="Provider"/> that keeps everything in the process's memory.</summary>
    public const string Memory = "Memory";

    /// <summary>The <see cref="Synchronous"/> that waits for the disk only when the log is carried over into the database.</summary>
    public const string Normal = "Normal";

    /// <summary>The <see cref="Synchronous"/> that waits for the disk at every change.</summary>
    public const string Full = "Full";

    /// <summary>
    /// <c>Sqlite</c> (default): one file for one bot, named by <c>ConnectionStrings:Supervisor</c>, by default <c>supervisor.db</c> in the working directory.
    /// <c>Postgres</c>: a PostgreSQL database that several nodes may share. <c>Memory</c>: everything is forgotten when the bot stops.
    /// </summary>
    public string Provider { get; set; } = Sqlite;

    /// <summary>
    /// SQLite only: how hard a change is pressed to the disk before it counts as stored. <c>Full</c> (default): what is stored outlives a power failure, so
    /// that an intercept which had left is known to have left. <c>Normal</c>: whatever happens to the process, nothing stored is lost, but a power failure
    /// may cost the changes of the last moments; it saves the disk flushes. PostgreSQL has its own setting, <c>synchronous_commit</c>.
    /// </summary>
    public string Synchronous { get; set; } = Full;

    /// <summary>
    /// How long a change waits for others, or for another process, to be done with the database, and how long a statement may take. Default 5 seconds;
    /// 100 milliseconds to 1 minute.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")]
    public TimeSpan BusyTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How many changes may wait to be stored; a further one is refused. Default 10,000; 10 to 1,000,000.</summary>
    [Range(10, 1_000_000)]
    public int QueueLength { get; set; } = 10_000;

    /// <summary>PostgreSQL only: over how many connections a node stores changes at the same time. Default 3; 1 to 16.</summary>
    [Range(1, 16)]
    public int Writers { get; set; } = 3;

    /// <summary>PostgreSQL only: how long a starting node waits for the server, or for another node that brings the schema up to date. Default 30 seconds; 1 second to 10 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan StartTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How often what is past its lifetime is removed: outcomes (<c>Interception:OutcomeLifetime</c>), answers (<see cref="AnswerLifetime"/>), dead letters and
    /// live messages (<c>Outbox</c>), conversations (<c>Chat</c>). Default 10 minutes; 1 second to 1 day.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan PurgeInterval { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How long the answer to a request is kept, so that a redelivered one does nothing twice. Default 1 day; 1 minute to 30 days.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "30.00:00:00")]
    public TimeSpan AnswerLifetime { get; set; } = TimeSpan.FromDays(1);

    /// <summary>The connection string, from <c>ConnectionStrings:Supervisor</c>.</summary>
    internal string ConnectionString { get; set; } = DefaultConnectionString;

    /// <summary>Whether several nodes may share what a provider stores.</summary>
    /// <param name="provider">A value of <see cref="Provider"/>.</param>
    public static bool IsShared(string? provider) => Is(provider, Postgres);

    internal static bool Is(string? provider, string name) => string.Equals(provider, name, StringComparison.OrdinalIgnoreCase);
}
