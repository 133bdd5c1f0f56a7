using System.Xml.Linq;
using SupervisorBot.Chat.Languages;
using SupervisorBot.Chat.Tests.Templating;

namespace SupervisorBot.Chat.Tests.Languages;

/// <summary>The texts as they are written, in the files of the sources: what a language lacks is not filled from English here.</summary>
internal static class TextFiles
{
    private const string Ending = ".resx";
    private const string Neutral = "en";

    /// <summary>The sets, as paths from the root without ending.</summary>
    public static IReadOnlyList<string> Sets { get; } =
    [
        .. Directory.EnumerateFiles(RepositoryRoot.Combine("src"), "*" + Ending, SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(RepositoryRoot.Combine(), file)[..^Ending.Length].Replace('\\', '/'))
            .Where(set => !Language.Spoken.Any(language => set.EndsWith("." + language, StringComparison.Ordinal)) && !set.Contains("/obj/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The texts of a set in one language, by their keys; none where the file is missing.</summary>
    public static IReadOnlyDictionary<string, string> Read(string set, string language)
    {
        var file = RepositoryRoot.Combine(set + (language == Neutral ? "" : "." + language) + Ending);
        return !File.Exists(file) ? new Dictionary<string, string>() : XDocument.Load(file, LoadOptions.PreserveWhitespace).Root!.Elements("data")
            .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value, StringComparer.Ordinal);
    }
}
