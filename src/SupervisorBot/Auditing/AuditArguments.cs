using System.Diagnostics.CodeAnalysis;

namespace SupervisorBot.Auditing;

/// <summary>The command line of a verb: its own options, and settings of the bot (<c>--Section:Name=value</c>).</summary>
/// <param name="Options">The options that were given, by name.</param>
/// <param name="Settings">The arguments that are settings.</param>
internal sealed record AuditArguments(IReadOnlyDictionary<string, string> Options, string[] Settings)
{
    private const string Mark = "--";

    /// <summary>Reads the arguments after the verb.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="known">The options that the verb knows, each of which has a value.</param>
    /// <param name="read">What they say.</param>
    /// <returns>False where one is not known, has no value, or is given twice.</returns>
    public static bool TryRead(ReadOnlySpan<string> arguments, IReadOnlyCollection<string> known, [NotNullWhen(true)] out AuditArguments? read)
    {
        read = null;
        Dictionary<string, string> options = [];
        List<string> settings = [];
        for (var i = 0; i < arguments.Length; i++)
        {
            var (name, value) = arguments[i].IndexOf('=', StringComparison.Ordinal) is >= 0 and var at
                ? (arguments[i][..at], arguments[i][(at + 1)..])
                : (arguments[i], null);
            if (known.Contains(name))
            {
                if (value is null && ++i < arguments.Length)
                {
                    value = arguments[i];
                }

                if (value is null || !options.TryAdd(name, value))
                {
                    return false;
                }
            }
            else if (value is not null && name.StartsWith(Mark, StringComparison.Ordinal) && name.Contains(':', StringComparison.Ordinal))
            {
                settings.Add(arguments[i]);
            }
            else
            {
                return false;
            }
        }

        read = new AuditArguments(options, [.. settings]);
        return true;
    }
}
