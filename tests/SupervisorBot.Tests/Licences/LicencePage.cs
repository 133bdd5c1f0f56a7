using System.Text;
using SupervisorBot.Tests.Documents;

namespace SupervisorBot.Tests.Licences;

/// <summary>docs/licences.md.</summary>
internal static class LicencePage
{
    private const string Head = """
        # The licences of what comes with the bot

        The NuGet packages of `src/SupervisorBot/packages.lock.json`, those included that others bring along, and the licence that each package names. All are
        permissive. The .NET runtime with ASP.NET Core, which the bot needs beside them, is under the MIT licence; SQLite, which comes inside
        `SQLitePCLRaw.lib.e_sqlite3`, is in the public domain.

        The host on the Bot Framework SDK (`src/SupervisorBot.BotBuilder`) is not part of that. It brings the SDK's packages, under the MIT licence, and
        `AdaptiveCards`, on which they depend: its package comes under Microsoft's own terms, which are not permissive. Read them before you use that host.

        A test compares this page with the lock file and the packages, and fails for a licence that is not allowed; with `SUPERVISORBOT_WRITE_LICENCES=true`
        it writes the page.

        | Package | Version | Licence |
        | --- | --- | --- |
        """;

    public static string Path { get; } = Repository.Combine("docs", "licences.md");

    public static string Render(IEnumerable<ShippedPackage> packages)
    {
        var page = new StringBuilder(Head.ReplaceLineEndings("\n")).Append('\n');
        foreach (var package in packages)
        {
            page.Append($"| {package.Name} | {package.Version} | {package.Licence} |\n");
        }

        return page.ToString();
    }

    /// <summary>Names and versions as the page lists them.</summary>
    public static IReadOnlyList<(string Name, string Version)> Listed() =>
        [.. Rows().Select(cells => (cells[0], cells[1]))];

    public static string Read() => File.ReadAllText(Path).ReplaceLineEndings("\n");

    private static IEnumerable<string[]> Rows() => Read().Split('\n')
        .Where(line => line.StartsWith('|'))
        .Skip(2)
        .Select(line => line.Trim('|', ' ').Split(" | "));
}
