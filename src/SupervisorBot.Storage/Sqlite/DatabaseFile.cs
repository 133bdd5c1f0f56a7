using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace SupervisorBot.Storage.Sqlite;

/// <summary>The file that a connection string names.</summary>
/// <param name="Path">Its full path, so that a later change of the working directory does not matter.</param>
/// <param name="Settings">The connection string with that path.</param>
internal sealed record DatabaseFile(string Path, SqliteConnectionStringBuilder Settings)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Reads a connection string.</summary>
    /// <param name="connectionString">The connection string.</param>
    /// <param name="file">The file it names.</param>
    /// <param name="problem">What is wrong with it, to be put after its name.</param>
    public static bool TryParse(string connectionString, [NotNullWhen(true)] out DatabaseFile? file, [NotNullWhen(false)] out string? problem)
    {
        (file, problem) = (null, null);
        try
        {
            var settings = new SqliteConnectionStringBuilder(connectionString);
            problem = ProblemOf(settings);
            if (problem is null)
            {
                settings.DataSource = System.IO.Path.GetFullPath(settings.DataSource);
                file = new DatabaseFile(settings.DataSource, settings);
            }
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException)
        {
            problem = "cannot be read as a SQLite connection string: it has to name a file";
        }

        return file is not null;
    }

    /// <summary>The connection string for connections that wait so long for the file.</summary>
    /// <param name="busyTimeout">How long SQLite itself waits; the driver, which would go on in steps of 150 ms, is made to end with it.</param>
    /// <param name="isThere">Whether the file has to be there already: none is made then.</param>
    public string ConnectionStringFor(TimeSpan busyTimeout, bool isThere = false) => new SqliteConnectionStringBuilder(Settings.ConnectionString)
    {
        DefaultTimeout = (int)Math.Ceiling(busyTimeout.TotalSeconds),
        Mode = isThere ? SqliteOpenMode.ReadWrite : Settings.Mode,
    }.ConnectionString;

    /// <summary>Creates the file where there is none, readable to the bot's own account alone: it holds customers' numbers for a while.</summary>
    public void CreateIfMissing()
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite | FileShare.Delete };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        if (!File.Exists(Path))
        {
            new FileStream(Path, options).Dispose();
        }
    }

    /// <summary>Whether the file, if it is there, can be written, and others created beside it, as SQLite does for its log.</summary>
    /// <param name="reason">Why not.</param>
    public bool TryWrite([NotNullWhen(false)] out string? reason)
    {
        reason = null;
        try
        {
            if (File.Exists(Path))
            {
                new FileStream(Path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete).Dispose();
            }

            var beside = $"{Path}-{System.IO.Path.GetRandomFileName()}";
            new FileStream(beside, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose).Dispose();
        }
        catch (UnauthorizedAccessException)
        {
            reason = "access is denied";
        }
        catch (IOException)
        {
            reason = "the file system refuses it";
        }

        return reason is null;
    }

    private static string? ProblemOf(SqliteConnectionStringBuilder settings)
    {
        var source = settings.DataSource;
        if (source.Length == 0 || source.StartsWith(':') || settings.Mode == SqliteOpenMode.Memory)
        {
            return $"names no file: it has to, or {DatabaseOptions.SectionName}:{nameof(DatabaseOptions.Provider)} has to be {DatabaseOptions.Memory}";
        }

        if (source.StartsWith("file:", StringComparison.OrdinalIgnoreCase))
        {
            return "names a URI: it has to name a file by its path";
        }

        return settings.Mode == SqliteOpenMode.ReadOnly ? "opens the file for reading only: leave Mode out" : null;
    }
}
