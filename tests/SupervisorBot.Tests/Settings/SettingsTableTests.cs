namespace SupervisorBot.Tests.Settings;

/// <summary>
/// The README's configuration table says of every setting what the code says. <c>SETTINGS_TABLE=write dotnet test tests/SupervisorBot.Tests
/// --filter SettingsTableTests</c> brings it up to date.
/// </summary>
public sealed class SettingsTableTests
{
    private const string Mend = "SETTINGS_TABLE=write dotnet test tests/SupervisorBot.Tests --filter SettingsTableTests writes the table.";

    [Fact]
    public void Every_setting_is_documented_with_its_default_and_its_range_and_nothing_else_is()
    {
        var expected = SettingsRows.All();
        if (Environment.GetEnvironmentVariable("SETTINGS_TABLE") == "write")
        {
            Readme.Write(expected);
        }

        var documented = Readme.Rows();

        Assert.True(
            expected.Select(Facts).SequenceEqual(documented.Select(Facts)),
            $"Missing or different in the code:\n{Lines(documented, expected)}\nMissing or different in the README:\n{Lines(expected, documented)}\n{Mend}");
        Assert.All(documented, row => Assert.NotEmpty(row.Meaning));
    }

    private static (string Setting, string Default, string Range) Facts(SettingsRow row) => (row.Setting, row.Default, row.Range);

    private static string Lines(IEnumerable<SettingsRow> rows, IEnumerable<SettingsRow> without) =>
        string.Join('\n', rows.Select(Facts).Except(without.Select(Facts)));
}
