using Microsoft.Extensions.Options;

namespace SupervisorBot.Supervision.Storage;

/// <summary>Checks the database's settings, down to whether its file can be written, and says in a sentence what to mend.</summary>
internal sealed class DatabaseOptionsValidator : IValidateOptions<DatabaseOptions>
{
    private const string ConnectionSetting = $"ConnectionStrings:{DatabaseOptions.ConnectionStringName}";

    public ValidateOptionsResult Validate(string? name, DatabaseOptions options)
    {
        List<string> failures = [];
        CheckWord(failures, nameof(options.Provider), options.Provider, DatabaseOptions.Sqlite, DatabaseOptions.Memory);
        CheckWord(failures, nameof(options.Synchronous), options.Synchronous, DatabaseOptions.Normal, DatabaseOptions.Full);
        if (failures.Count == 0 && !options.IsInMemory && ProblemOfFile(options.ConnectionString) is { } problem)
        {
            failures.Add(problem);
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static void CheckWord(List<string> failures, string setting, string value, string first, string second)
    {
        if (!string.Equals(value, first, StringComparison.OrdinalIgnoreCase) && !string.Equals(value, second, StringComparison.OrdinalIgnoreCase))
        {
            failures.Add($"{DatabaseOptions.SectionName}:{setting} is '{value}': it has to be {first} or {second}.");
        }
    }

    private static string? ProblemOfFile(string connectionString)
    {
        if (!DatabaseFile.TryParse(connectionString, out var file, out var problem))
        {
            return $"{ConnectionSetting} {problem}, for example '{DatabaseOptions.DefaultConnectionString}'.";
        }

        var directory = Path.GetDirectoryName(file.Path)!;
        if (!Directory.Exists(directory))
        {
            return $"{ConnectionSetting} names a file in '{directory}', a directory that does not exist: create it or name another.";
        }

        if (Directory.Exists(file.Path))
        {
            return $"{ConnectionSetting} names '{file.Path}', which is a directory: name a file in it.";
        }

        return file.TryWrite(out var reason)
            ? null
            : $"{ConnectionSetting} names '{file.Path}', which cannot be written ({reason}): the bot needs to write that file and to create files beside it.";
    }
}
