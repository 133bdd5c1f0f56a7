namespace SupervisorBot.Storage.Audit;

/// <summary>Finds the keys that the settings name.</summary>
internal static class AuditKeySource
{
    private const string Section = AuditOptions.SectionName;
    private const string KeySetting = $"{Section}:{nameof(AuditOptions.Key)}";
    private const string FileSetting = $"{Section}:{nameof(AuditOptions.KeyFile)}";
    private const string RetiredSetting = $"{Section}:{nameof(AuditOptions.RetiredKeys)}";
    private const string HowLong = "32 random bytes or more in base64 (openssl rand -base64 32)";

    /// <summary>What is said where there is none.</summary>
    public const string Missing =
        $"{KeySetting} is missing: the audit is signed with it. Set it, from the environment or a secret store, to {HowLong}, or {FileSetting} to a file that holds it. Example: {FileSetting}=/run/secrets/audit-key";

    /// <summary>Finds them.</summary>
    /// <param name="options">The settings.</param>
    /// <param name="current">The key to sign with; null where none is set, or usable.</param>
    /// <param name="retired">The keys that were used before.</param>
    /// <returns>What is wrong with the settings.</returns>
    public static IReadOnlyList<string> Find(AuditOptions options, out AuditKey? current, out IReadOnlyList<AuditKey> retired)
    {
        List<string> problems = [];
        List<AuditKey> earlier = [];
        current = null;
        retired = earlier;
        if (options is { Key.Length: > 0, KeyFile.Length: > 0 })
        {
            problems.Add($"{KeySetting} and {FileSetting} are both set: name one key.");
        }
        else if (options.Key is { Length: > 0 } text)
        {
            current = Read(text, $"{KeySetting} is", problems);
        }
        else if (options.KeyFile is { Length: > 0 } path)
        {
            current = ReadFile(path, earlier, problems);
        }

        for (var i = 0; i < options.RetiredKeys.Count; i++)
        {
            if (Read(options.RetiredKeys[i] ?? "", $"{RetiredSetting}:{i} is", problems) is { } key)
            {
                earlier.Add(key);
            }
        }

        return problems;
    }

    private static AuditKey? ReadFile(string path, List<AuditKey> earlier, List<string> problems)
    {
        var name = $"{FileSetting} names '{path}', which";
        string[] lines;
        try
        {
            lines = [.. File.ReadLines(path).Select(line => line.Trim()).Where(line => line.Length > 0)];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            problems.Add($"{name} {(File.Exists(path) ? "cannot be read" : "does not exist")}: it has to hold {HowLong}.");
            return null;
        }

        if (lines.Length == 0)
        {
            problems.Add($"{name} is empty: it has to hold {HowLong}.");
            return null;
        }

        foreach (var line in lines.Skip(1))
        {
            if (Read(line, $"{name} holds a further line that is", problems) is { } key)
            {
                earlier.Add(key);
            }
        }

        return Read(lines[0], $"{name} is", problems);
    }

    private static AuditKey? Read(string text, string subject, List<string> problems)
    {
        if (AuditKey.TryRead(text, out var key))
        {
            return key;
        }

        problems.Add($"{subject} no key: it has to be {HowLong}.");
        return null;
    }
}
