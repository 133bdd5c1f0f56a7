using System.Diagnostics.CodeAnalysis;

namespace SupervisorBot.Chat.Administration;

/// <summary>What follows a command as <c>name=value</c>.</summary>
internal sealed class AdminOptions
{
    private readonly Dictionary<string, string> _values;

    private AdminOptions(Dictionary<string, string> values) => _values = values;

    public bool IsEmpty => _values.Count == 0;

    /// <summary>Reads words.</summary>
    /// <param name="words">The words.</param>
    /// <param name="known">The names that may come.</param>
    /// <param name="options">What was read.</param>
    /// <param name="wrong">The first word that is none of them, or comes twice.</param>
    public static bool TryRead(IEnumerable<string> words, IReadOnlyCollection<string> known, [NotNullWhen(true)] out AdminOptions? options, [NotNullWhen(false)] out string? wrong)
    {
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        (options, wrong) = (null, null);
        foreach (var word in words)
        {
            var parts = word.Split('=', 2, StringSplitOptions.TrimEntries);
            if (parts.Length != 2 || !known.Contains(parts[0], StringComparer.OrdinalIgnoreCase) || !values.TryAdd(parts[0], parts[1]))
            {
                wrong = word;
                return false;
            }
        }

        options = new AdminOptions(values);
        return true;
    }

    public string? Text(string name) => _values.GetValueOrDefault(name);

    /// <summary>A list with commas; the word for an empty one, such as <c>all</c> or <c>none</c>, is an empty list; null where the option is not there.</summary>
    public IReadOnlyList<string>? List(string name, string empty) => Text(name) is not { } text
        ? null
        : text.Equals(empty, StringComparison.OrdinalIgnoreCase) ? [] : text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
