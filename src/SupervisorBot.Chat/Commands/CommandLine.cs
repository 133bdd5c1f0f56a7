namespace SupervisorBot.Chat.Commands;

/// <summary>A line that somebody typed, cut into its words.</summary>
/// <param name="Word">The first word without its slash, as it was typed; empty where nothing was typed.</param>
/// <param name="Arguments">The other words.</param>
internal sealed record CommandLine(string Word, IReadOnlyList<string> Arguments)
{
    /// <summary>Everything after the first word.</summary>
    public string Rest => string.Join(' ', Arguments);

    /// <summary>Cuts a line into words. The slash may be missing.</summary>
    public static CommandLine Read(string text)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return words.Length == 0 ? new CommandLine("", []) : new CommandLine(words[0].TrimStart('/'), words[1..]);
    }
}
