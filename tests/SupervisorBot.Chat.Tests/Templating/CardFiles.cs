namespace SupervisorBot.Chat.Tests.Templating;

/// <summary>
/// Templates and their sample data in a folder: <c>name.json</c> is a template, <c>name.data.json</c> and
/// <c>name.anything.data.json</c> are its samples.
/// </summary>
internal static class CardFiles
{
    public const string OwnFolder = "tests/SupervisorBot.Chat.Tests/Templating/Reference/cards";

    private const string SampleExtension = ".data.json";

    public static IEnumerable<(string Name, string Path)> Templates(string folder) => !Directory.Exists(folder)
        ? []
        : Directory.EnumerateFiles(folder, "*.json")
            .Where(file => !file.EndsWith(SampleExtension, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(file => (Path.GetFileNameWithoutExtension(file), file));

    public static IEnumerable<string> Samples(string folder, string name) =>
        new[] { name + SampleExtension, name + ".*" + SampleExtension }
            .SelectMany(pattern => Directory.EnumerateFiles(folder, pattern))
            .Distinct()
            .Order(StringComparer.Ordinal);
}
