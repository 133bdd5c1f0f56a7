using System.Collections.Concurrent;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace SupervisorBot.Tests.Settings;

/// <summary>What the XML documentation says of a property, without the default and the range, which have columns of their own.</summary>
internal static partial class DocumentedMeaning
{
    private static readonly ConcurrentDictionary<Assembly, Dictionary<string, XElement>> s_documents = new();

    public static string Of(PropertyInfo property)
    {
        var summary = s_documents.GetOrAdd(property.DeclaringType!.Assembly, Read)[$"P:{property.DeclaringType.FullName}.{property.Name}"];
        var text = Spaces().Replace(string.Concat(summary.Nodes().Select(Text)), " ").Trim();
        text = InlineNumbers().Replace(text, "");
        return string.Join(' ', Sentences().Split(text).Where(sentence => !DefaultAlone().IsMatch(sentence))).Replace("|", "\\|", StringComparison.Ordinal);
    }

    private static Dictionary<string, XElement> Read(Assembly assembly) =>
        XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml")).Descendants("member")
            .Where(member => member.Element("summary") is not null)
            .ToDictionary(member => (string)member.Attribute("name")!, member => member.Element("summary")!);

    private static string Text(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "see" } see => $"`{((string)see.Attribute("cref")!).Split('.')[^1]}`",
        XElement code => $"`{code.Value}`",
        _ => "",
    };

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    // "…; 20,000, 100 to 1,000,000." in the middle of a sentence.
    [GeneratedRegex(@"; \d[^;`]*?(?=\.(?: |$)| \((?!default|never|no retry)|; [a-z])")]
    private static partial Regex InlineNumbers();

    [GeneratedRegex(@"(?<=\.)\s+(?=[A-Z\d`])")]
    private static partial Regex Sentences();

    [GeneratedRegex(@"^(?:\d[\d,. ]*(?:ms|s|min|h), .* to [\w ]+\.|Default\b.*|Required\.|[\d.]+ to .* by default.*|[\d.]+ to [\w ]+, [\w .]+ by default.*)$")]
    private static partial Regex DefaultAlone();
}
