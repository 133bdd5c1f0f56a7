using System.Text.Json;
using System.Xml.Linq;
using SupervisorBot.Tests.Documents;

namespace SupervisorBot.Tests.Licences;

/// <summary>The packages that the bot's lock file names, with the licences that the packages themselves name.</summary>
internal static class ShippedPackages
{
    private static readonly string[] s_folders =
    [
        .. new[] { Environment.GetEnvironmentVariable("NUGET_PACKAGES") }.Where(folder => !string.IsNullOrEmpty(folder)).OfType<string>(),
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages"),
        "/opt/nuget/packages",
    ];

    /// <summary>Names and versions, by name.</summary>
    public static IReadOnlyList<(string Name, string Version)> Locked()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Repository.Combine("src", "SupervisorBot", "packages.lock.json")));
        return [.. file.RootElement.GetProperty("dependencies").EnumerateObject()
            .SelectMany(framework => framework.Value.EnumerateObject())
            .Where(package => package.Value.GetProperty("type").GetString() != "Project")
            .Select(package => (package.Name, package.Value.GetProperty("resolved").GetString()!))
            .Distinct()
            .OrderBy(package => package.Name, StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>What the package says of itself; null where no folder of this machine has it.</summary>
    public static ShippedPackage? Find((string Name, string Version) locked)
    {
        var name = locked.Name.ToLowerInvariant();
        var file = s_folders.Select(folder => Path.Combine(folder, name, locked.Version.ToLowerInvariant(), name + ".nuspec")).FirstOrDefault(File.Exists);
        return file is null ? null : new ShippedPackage(locked.Name, locked.Version, LicenceIn(file));
    }

    private static string? LicenceIn(string file) => XDocument.Load(file).Descendants()
        .FirstOrDefault(element => element.Name.LocalName == "license" && (string?)element.Attribute("type") == "expression")?.Value.Trim();
}
