using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SupervisorBot.Chat.Tests.Bench;
using SupervisorBot.Chat.Tests.Templating;

namespace SupervisorBot.Chat.Tests.Languages;

/// <summary>Words for people stand in the resource files alone: neither in the code nor in the card templates.</summary>
public sealed partial class LiteralTests
{
    private static readonly string[] s_folders = ["src/SupervisorBot.Chat", "src/SupervisorBot/SignInPage"];

    // What operators read is English, and so is what a template says that is wrong with itself.
    private static readonly string[] s_operators = ["/Telemetry/", "/Templating/", "/SignInPage/PublicAddressCheck.cs", "/SignInPage/SignInPageOptionsCheck.cs"];

    private static readonly string[] s_shown = ["text", "title", "label", "placeholder", "errorMessage", "tooltip", "altText", "fallbackText", "speak"];

    [Fact]
    public void No_sentence_stands_in_the_code()
    {
        var files = s_folders.SelectMany(folder => Directory.EnumerateFiles(RepositoryRoot.Combine(folder), "*.cs", SearchOption.AllDirectories))
            .Select(file => file.Replace('\\', '/'))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !Array.Exists(s_operators, part => file.Contains(part, StringComparison.Ordinal)))
            .ToList();

        Assert.True(files.Count > 100);
        Assert.Empty(files.SelectMany(file => Sentences(file)));
    }

    [Fact]
    public void No_word_stands_in_a_card_template() => Assert.Empty(
        from card in CardFiles.Templates(RepositoryRoot.Combine(ReferenceJobs.CardsFolder))
        from element in CardReading.Objects(JsonNode.Parse(File.ReadAllText(card.Path)))
        from member in element
        where s_shown.Contains(member.Key) && member.Value is JsonValue
        let text = Binding().Replace(member.Value!.ToString(), "")
        where text.Any(char.IsLetter)
        select $"{card.Name}: {member.Key} {text}");

    private static IEnumerable<string> Sentences(string file) =>
        from line in File.ReadLines(file)
        let code = Comment().Replace(line, "")
        where !IsForOperators(code)
        from Match literal in Literal().Matches(code)
        let text = Hole().Replace(literal.Groups[1].Value, "")
        // A command as it is typed is the same in every language.
        where !text.StartsWith('/') && (Words().IsMatch(Tag().Replace(text, "")) || NamedByLiteral().IsMatch(code))
        select $"{Path.GetFileName(file)}: {literal.Value}";

    private static bool IsForOperators(string code) =>
        code.Contains("Exception(", StringComparison.Ordinal) || code.TrimStart().StartsWith('[')
        || code.Contains("\"SupervisorBot press 1\"", StringComparison.Ordinal) || code.Contains("<input", StringComparison.Ordinal);

    [GeneratedRegex("""(?<![:"])//.*""")]
    private static partial Regex Comment();

    [GeneratedRegex("""
        "((?:\\.|[^"\\])*)"
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Literal();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Hole();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("[A-Za-z]{2,} [a-z]{2,}")]
    private static partial Regex Words();

    [GeneratedRegex("""\.(?:Fact|Line|Note|Summary)\(\$?"\w""")]
    private static partial Regex NamedByLiteral();

    [GeneratedRegex(@"\$\{[^}]*\}")]
    private static partial Regex Binding();
}
