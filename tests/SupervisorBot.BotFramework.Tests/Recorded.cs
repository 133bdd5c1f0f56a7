using System.Text.Json.Nodes;

namespace SupervisorBot.BotFramework.Tests;

/// <summary>The recorded activities.</summary>
internal static class Recorded
{
    private static readonly string s_folder = Path.Combine(AppContext.BaseDirectory, "Activities");

    public static TheoryData<string> All() =>
        [.. Directory.EnumerateFiles(s_folder, "*.json", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(s_folder, f)).Order(StringComparer.Ordinal)];

    /// <summary>The texts of all of them.</summary>
    public static IReadOnlyList<string> Texts { get; } =
        [.. Directory.EnumerateFiles(s_folder, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllText)];

    public static string Text(string name) => File.ReadAllText(Path.Combine(s_folder, name));

    public static JsonObject Node(string name) => (JsonObject)JsonNode.Parse(Text(name))!;
}
