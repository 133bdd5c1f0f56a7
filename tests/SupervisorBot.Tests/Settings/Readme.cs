using SupervisorBot.Tests.Documents;

namespace SupervisorBot.Tests.Settings;

/// <summary>The configuration table of README.md.</summary>
internal static class Readme
{
    private const string Heading = "## Configuration";
    private const string Head = "| Setting | Default | Range | Meaning |";
    private const string Rule = "| --- | --- | --- | --- |";

    /// <summary>Where a table comes that is not there yet.</summary>
    private const string Placeholder = "<!-- configuration table -->";

    public static string Path { get; } = Repository.Combine("README.md");

    public static IReadOnlyList<SettingsRow> Rows() => [.. Table(File.ReadAllLines(Path)).Lines.Skip(2).Select(Row)];

    /// <summary>Puts rows in the place of the table's. What a person wrote in the last column is kept.</summary>
    public static void Write(IReadOnlyList<SettingsRow> rows)
    {
        var lines = File.ReadAllLines(Path);
        var (from, old) = Table(lines);
        var meanings = old.Skip(2).Select(Row).Where(row => row.Meaning.Length > 0).ToDictionary(row => row.Setting, row => row.Meaning);
        string[] table = [Head, Rule, .. rows.Select(row => (row with { Meaning = meanings.GetValueOrDefault(row.Setting, row.Meaning) }).ToMarkdown())];
        File.WriteAllLines(Path, [.. lines[..from], .. table, .. lines[(from + Math.Max(old.Count, IsPlaceholder(lines, from) ? 1 : 0))..]]);
    }

    private static bool IsPlaceholder(string[] lines, int at) => lines[at] == Placeholder;

    private static (int From, IReadOnlyList<string> Lines) Table(string[] lines)
    {
        var heading = Array.IndexOf(lines, Heading);
        Assert.True(heading >= 0, $"README.md has no heading {Heading}.");
        var from = Array.FindIndex(lines, heading, line => line == Head || line == Placeholder);
        Assert.True(from >= 0, $"README.md has no table with the columns {Head} under {Heading}.");
        return (from, [.. lines.Skip(from).TakeWhile(line => line.StartsWith('|'))]);
    }

    private static SettingsRow Row(string line)
    {
        string[] cells = [.. line.Replace("\\|", "\u0001", StringComparison.Ordinal).Trim('|', ' ').Split('|').Select(cell => cell.Replace("\u0001", "\\|", StringComparison.Ordinal).Trim())];
        Assert.True(cells.Length == 4, $"A row with other than four cells: {line}");
        return new SettingsRow(cells[0], cells[1], cells[2], cells[3]);
    }
}
