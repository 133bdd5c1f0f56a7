using System.Diagnostics.CodeAnalysis;
using Npgsql;

namespace SupervisorBot.Storage.Postgres;

/// <summary>The database that a connection string names.</summary>
/// <param name="Settings">The connection string, with what it leaves open.</param>
internal sealed record DatabaseServer(NpgsqlConnectionStringBuilder Settings)
{
    /// <summary>What a connection string may look like.</summary>
    public const string Example = "Host=db.example.com;Database=supervisor;Username=supervisor;Password=…";

    /// <summary>Names it in a log or a sentence, without the password.</summary>
    public string Name => $"{Settings.Database} at {Settings.Host}:{Settings.Port}";

    /// <summary>Reads a connection string.</summary>
    /// <param name="options">The options with it.</param>
    /// <param name="server">The database it names.</param>
    /// <param name="problem">What is wrong with it, to be put after its name; nothing of its own text, which may hold a password.</param>
    public static bool TryParse(DatabaseOptions options, [NotNullWhen(true)] out DatabaseServer? server, [NotNullWhen(false)] out string? problem)
    {
        (server, problem) = (null, null);
        try
        {
            var settings = new NpgsqlConnectionStringBuilder(options.ConnectionString);
            if (string.IsNullOrWhiteSpace(settings.Host) || string.IsNullOrWhiteSpace(settings.Database))
            {
                problem = "has to name a host and a database";
                return false;
            }

            Complete(settings, options);
            server = new DatabaseServer(settings);
            return true;
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or OverflowException)
        {
            problem = "cannot be read as a PostgreSQL connection string";
            return false;
        }
    }

    /// <summary>What the connection string says itself is left as it is.</summary>
    private static void Complete(NpgsqlConnectionStringBuilder settings, DatabaseOptions options)
    {
        var given = settings.Keys.Cast<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        void Put(string keyword, object value)
        {
            if (!given.Contains(keyword))
            {
                settings[keyword] = value;
            }
        }

        var limit = (int)Math.Ceiling(options.BusyTimeout.TotalSeconds);
        Put("Application Name", "SupervisorBot");
        Put("Timeout", limit);
        Put("Command Timeout", limit);
        Put("Cancellation Timeout", 1000);
        // A few nodes share a server that takes 100 connections by default.
        Put("Maximum Pool Size", 20);
        Put("Max Auto Prepare", 100);
        Put("Auto Prepare Min Usages", 2);
        Put("Keepalive", 30);
        settings.IncludeErrorDetail = false;
    }
}
