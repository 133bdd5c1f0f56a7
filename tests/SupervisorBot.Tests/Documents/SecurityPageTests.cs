using System.Text.RegularExpressions;

namespace SupervisorBot.Tests.Documents;

/// <summary>docs/SECURITY.md names, for each answer to a threat, the test that shows it.</summary>
public sealed partial class SecurityPageTests
{
    [Fact]
    public void Every_threat_names_a_test_that_there_is()
    {
        var rows = File.ReadLines(Repository.Combine("docs", "SECURITY.md"))
            .SkipWhile(line => !line.StartsWith("## Threats", StringComparison.Ordinal))
            .TakeWhile(line => !line.StartsWith("## What it does not", StringComparison.Ordinal))
            .Where(line => line.StartsWith('|'))
            .Skip(2)
            .ToList();
        var tests = Directory.EnumerateFiles(Repository.Combine("tests"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(file => TestNames().Matches(File.ReadAllText(file)).Select(found => found.Groups[1].Value))
            .ToHashSet(StringComparer.Ordinal);

        Assert.NotEmpty(rows);
        Assert.All(rows, row =>
        {
            var named = Quoted().Matches(row.TrimEnd('|', ' ').Split('|')[^1]).Select(found => found.Groups[1].Value).ToList();
            Assert.NotEmpty(named);
            Assert.All(named, name => Assert.Contains(name, tests));
        });
    }

    [GeneratedRegex(@"public (?:async )?(?:Task|void) (\w+)\(")]
    private static partial Regex TestNames();

    [GeneratedRegex("`(\\w+)`")]
    private static partial Regex Quoted();
}
