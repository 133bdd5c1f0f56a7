using Microsoft.Extensions.Options;
using SupervisorBot.Storage.Postgres;
using SupervisorBot.Storage.Sqlite;

namespace SupervisorBot.Storage.Startup;

/// <summary>Checks the database's settings, down to whether its file can be written, and says in a sentence what to mend.</summary>
internal sealed class DatabaseOptionsValidator : IValidateOptions<DatabaseOptions>
{
    public ValidateOptionsResult Validate(string? name, DatabaseOptions options)
    {
        List<string> failures = [];
        CheckWord(failures, nameof(options.Provider), options.Provider, DatabaseOptions.Sqlite, DatabaseOptions.Postgres, DatabaseOptions.Memory);
        CheckWord(failures, nameof(options.Synchronous), options.Synchronous, DatabaseOptions.Normal, DatabaseOptions.Full);
        if (failures.Count == 0 && ProblemOf(options) is { } problem)
        {
            failures.Add($"{StartFailure.Setting} {problem}");
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static void CheckWord(List<string> failures, string setting, string value, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (DatabaseOptions.Is(value, word))
            {
                return;
            }
        }

        failures.Add($"{DatabaseOptions.SectionName}:{setting} is '{value}': it has to be {string.Join(", ", words[..^1])} or {words[^1]}.");
    }

    private static string? ProblemOf(DatabaseOptions options)
    {
        if (DatabaseOptions.Is(options.Provider, DatabaseOptions.Memory))
        {
            return null;
        }

        return DatabaseOptions.Is(options.Provider, DatabaseOptions.Postgres) ? ProblemOfServer(options) : ProblemOfFile(options.ConnectionString);
    }

    private static string? ProblemOfServer(DatabaseOptions options) =>
        DatabaseServer.TryParse(options, out _, out var problem) ? null : $"{problem}. Example: {StartFailure.Setting}={DatabaseServer.Example}";

    private static string? ProblemOfFile(string connectionString)
    {
        if (!DatabaseFile.TryParse(connectionString, out var file, out var problem))
        {
            return $"{problem}, for example '{DatabaseOptions.DefaultConnectionString}'.";
        }

        var directory = Path.GetDirectoryName(file.Path)!;
        if (!Directory.Exists(directory))
        {
            return $"names a file in '{directory}', a directory that does not exist: create it or name another.";
        }

        if (Directory.Exists(file.Path))
        {
            return $"names '{file.Path}', which is a directory: name a file in it.";
        }

        return file.TryWrite(out var reason)
            ? null
            : $"names '{file.Path}', which cannot be written ({reason}): the bot needs to write that file and to create files beside it.";
    }
}
