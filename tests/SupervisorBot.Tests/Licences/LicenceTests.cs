namespace SupervisorBot.Tests.Licences;

public sealed class LicenceTests
{
    private const string Mend = "SUPERVISORBOT_WRITE_LICENCES=true dotnet test tests/SupervisorBot.Tests --filter LicenceTests writes docs/licences.md.";

    /// <summary>Permissive ones. No package names a file or an address instead of an expression, so that there are no exceptions.</summary>
    private static readonly string[] s_allowed = ["MIT", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "MS-PL", "PostgreSQL"];

    [Fact]
    public void The_page_lists_the_packages_that_come_with_the_bot_and_no_other()
    {
        WriteIfAsked();

        var (locked, listed) = (ShippedPackages.Locked(), LicencePage.Listed());

        Assert.NotEmpty(locked);
        Assert.True(
            locked.SequenceEqual(listed),
            $"Not on the page: {string.Join(", ", locked.Except(listed))}\nGone, but on the page: {string.Join(", ", listed.Except(locked))}\n{Mend}");
    }

    [Fact]
    public void Every_package_is_under_a_permissive_licence_and_the_page_names_it()
    {
        WriteIfAsked();

        var found = Found();

        // Of several licences to choose from one is enough.
        Assert.DoesNotContain(found, package => package.Licence?.Split(" OR ").Any(s_allowed.Contains) != true);
        Assert.True(LicencePage.Render(found) == LicencePage.Read(), Mend);
    }

    private static void WriteIfAsked()
    {
        if (Environment.GetEnvironmentVariable("SUPERVISORBOT_WRITE_LICENCES") == "true")
        {
            File.WriteAllText(LicencePage.Path, LicencePage.Render(Found()));
        }
    }

    private static IReadOnlyList<ShippedPackage> Found()
    {
        var found = ShippedPackages.Locked().Select(locked => (Locked: locked, Package: ShippedPackages.Find(locked))).ToList();
        var missing = found.Where(one => one.Package is null).Select(one => $"{one.Locked.Name} {one.Locked.Version}").ToList();
        Assert.SkipWhen(missing.Count > 0, $"The NuGet folders of this machine do not have {string.Join(", ", missing)}, so nobody can look up the licence.");
        return [.. found.Select(one => one.Package!)];
    }
}
