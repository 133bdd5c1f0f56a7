using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SupervisorBot.Chat.Templating;

/// <summary>
/// The cards by name. Every template is parsed when the library is made, so that a broken one fails the start and not a
/// message. A card that would be too large for a chat is refused before it is sent.
/// </summary>
public sealed class CardLibrary
{
    /// <summary>
    /// The default limit of a card in bytes of UTF-16: 25 KB, well below the 100 KB of a bot message and below the 28 KB
    /// of a channel post (Microsoft Teams documentation, "Format your bot messages" and "Limits and specifications").
    /// </summary>
    public const int DefaultSizeLimit = 25 * 1024;

    private const string ResourcePrefix = "cards/";
    private const string Extension = ".json";
    private const string SampleExtension = ".data.json";

    private readonly FrozenDictionary<string, CardTemplate> templates;
    private readonly int sizeLimit;

    /// <summary>Makes a library of templates.</summary>
    /// <param name="sources">Name and JSON text of each template.</param>
    /// <param name="sizeLimit">The limit of an expanded card in bytes of UTF-16, above 0.</param>
    /// <exception cref="CardTemplateException">At least one template cannot be used; the message names every such one.</exception>
    public CardLibrary(IEnumerable<KeyValuePair<string, string>> sources, int sizeLimit = DefaultSizeLimit)
    {
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sizeLimit);
        this.sizeLimit = sizeLimit;
        var parsed = new Dictionary<string, CardTemplate>(StringComparer.Ordinal);
        var inputs = new HashSet<string>(StringComparer.Ordinal);
        var problems = new List<string>();
        foreach (var (name, json) in sources)
        {
            try
            {
                parsed.Add(name, Parse(json, inputs));
            }
            catch (CardTemplateException problem)
            {
                problems.Add($"{name}{Extension}: {problem.Message}");
            }
        }

        if (problems.Count > 0)
        {
            throw new CardTemplateException(string.Join(Environment.NewLine, problems));
        }

        templates = parsed.ToFrozenDictionary(StringComparer.Ordinal);
        Inputs = inputs.ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>The names of the cards, in no order.</summary>
    public IReadOnlyCollection<string> Names => templates.Keys;

    /// <summary>The ids of all inputs of all cards: the names under which a button brings back what a person put in.</summary>
    public IReadOnlySet<string> Inputs { get; }

    /// <summary>Makes the library of the cards that are built into the bot: the files <c>cards/*.json</c> but for the sample data.</summary>
    /// <param name="sizeLimit">The limit of an expanded card in bytes of UTF-16, above 0.</param>
    /// <returns>The library.</returns>
    /// <exception cref="CardTemplateException">At least one template cannot be used.</exception>
    public static CardLibrary FromEmbedded(int sizeLimit = DefaultSizeLimit)
    {
        var assembly = typeof(CardLibrary).Assembly;
        return new CardLibrary(
            assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith(ResourcePrefix, StringComparison.Ordinal))
                .Select(name => KeyValuePair.Create(name[ResourcePrefix.Length..^Extension.Length], Read(assembly, name))),
            sizeLimit);
    }

    /// <summary>Makes a library of the templates in a folder: <c>*.json</c> but for the sample data, <c>*.data.json</c>.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="sizeLimit">The limit of an expanded card in bytes of UTF-16, above 0.</param>
    /// <returns>The library.</returns>
    /// <exception cref="CardTemplateException">At least one template cannot be used.</exception>
    public static CardLibrary FromFolder(string folder, int sizeLimit = DefaultSizeLimit) => new(
        Directory.EnumerateFiles(folder, "*" + Extension)
            .Where(file => !file.EndsWith(SampleExtension, StringComparison.OrdinalIgnoreCase))
            .Select(file => KeyValuePair.Create(Path.GetFileNameWithoutExtension(file), File.ReadAllText(file))),
        sizeLimit);

    /// <summary>Expands a card.</summary>
    /// <param name="name">The card's name: its file's name without the extension, case-sensitive.</param>
    /// <param name="data">The data that the card shows. It is read, never changed.</param>
    /// <param name="host">What the chat client offers; null where nothing is known.</param>
    /// <returns>The card: a tree of its own, without a parent.</returns>
    /// <exception cref="KeyNotFoundException">There is no such card.</exception>
    /// <exception cref="CardExpansionException">The data does not fit the card, or makes it deeper than a message may be.</exception>
    /// <exception cref="CardTooLargeException">The card is larger than the limit.</exception>
    public JsonObject Render(string name, JsonNode? data, JsonNode? host = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!templates.TryGetValue(name, out var template))
        {
            throw new KeyNotFoundException($"There is no card '{name}'.");
        }

        var card = template.Expand(data, host) as JsonObject
            ?? throw new CardExpansionException($"The card '{name}' is dropped by its own condition or repeated by its data.");
        var size = SizeOf(name, card);
        return size <= sizeLimit ? card : throw new CardTooLargeException(name, size, sizeLimit);
    }

    private static int SizeOf(string name, JsonObject card)
    {
        try
        {
            return CardSize.Measure(card);
        }
        catch (InvalidOperationException)
        {
            throw new CardExpansionException($"The card '{name}' has more than {CardSize.MaxDepth} levels.");
        }
    }

    private static CardTemplate Parse(string json, HashSet<string> inputs)
    {
        var template = CardTemplate.Parse(json);
        using var document = JsonDocument.Parse(json);
        inputs.UnionWith(InputsOf(document.RootElement));
        return document.RootElement is { ValueKind: JsonValueKind.Object } root
            && root.TryGetProperty("type", out var type)
            && type.ValueKind == JsonValueKind.String
            && type.ValueEquals("AdaptiveCard")
            ? template
            : throw new CardTemplateException("The template's type is not \"AdaptiveCard\".");
    }

    private static IEnumerable<string> InputsOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object when TextOf(element, "type")?.StartsWith("Input.", StringComparison.Ordinal) == true =>
            [TextOf(element, "id") ?? throw new CardTemplateException("An input has no id.")],
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => InputsOf(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(InputsOf),
        _ => [],
    };

    private static string? TextOf(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
