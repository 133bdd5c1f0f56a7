using System.Text.Json.Nodes;
using SupervisorBot.Chat.Languages;
using SupervisorBot.Chat.Tests.Languages;

namespace SupervisorBot.Chat.Tests.Templating;

/// <summary>All that is compared with the reference implementation: the bot's cards, this project's own, and a battery.</summary>
internal static class ReferenceJobs
{
    public const string CardsFolder = "cards";

    private const string BatteryFolder = "tests/SupervisorBot.Chat.Tests/Templating/Reference/battery";

    /// <summary>The samples of all cards in both folders, as paths from the root.</summary>
    public static IEnumerable<(string Template, string Sample)> CardSamples() =>
        from folder in new[] { CardsFolder, CardFiles.OwnFolder }
        from card in CardFiles.Templates(RepositoryRoot.Combine(folder))
        from sample in CardFiles.Samples(RepositoryRoot.Combine(folder), card.Name)
        select ($"{folder}/{card.Name}.json", $"{folder}/{Path.GetFileName(sample)}");

    public static IEnumerable<ReferenceJob> Cards() => CardSamples().Select(
        card => new ReferenceJob(card.Sample, Read(card.Template), Read(card.Sample), null, Validate: true));

    /// <summary>Bindings over one set of data: each as a string of its own, inside a text, and as a condition.</summary>
    public static IEnumerable<ReferenceJob> Expressions()
    {
        var battery = Read($"{BatteryFolder}/expressions.json")!;
        foreach (var expression in battery["expressions"]!.AsArray().Select(node => node!.GetValue<string>()))
        {
            var binding = "${" + expression + "}";
            var templates = new (string Kind, JsonNode Template)[]
            {
                ("alone", new JsonObject { ["v"] = binding }),
                ("in a text", new JsonObject { ["v"] = "x " + binding }),
                ("in a list", new JsonObject { ["v"] = new JsonArray(0, binding) }),
                ("as a condition", new JsonArray(new JsonObject { ["$when"] = binding, ["v"] = 1 })),
                ("as data", new JsonObject { ["$data"] = binding, ["v"] = "${$data}" }),
            };
            foreach (var (kind, template) in templates)
            {
                yield return new ReferenceJob($"{expression} {kind}", template, battery["data"], battery["host"], Validate: false);
            }
        }
    }

    /// <summary>Strings with bindings, taken literally.</summary>
    public static IEnumerable<ReferenceJob> Texts()
    {
        var battery = Read($"{BatteryFolder}/texts.json")!;
        return battery["texts"]!.AsArray().Select(
            text => new ReferenceJob($"text {text!.ToJsonString()}", text, battery["data"], null, Validate: false));
    }

    /// <summary>Whole templates with data of their own or the battery's.</summary>
    public static IEnumerable<ReferenceJob> Templates()
    {
        var battery = Read($"{BatteryFolder}/templates.json")!;
        return battery["cases"]!.AsArray().Select((entry, i) => new ReferenceJob(
            $"template {i} {entry!["template"]?.ToJsonString()}",
            entry["template"],
            entry.AsObject().TryGetPropertyValue("data", out var data) ? data : battery["data"],
            entry["host"],
            Validate: false));
    }

    /// <summary>Cards with one fault each, and the words that must be said about it.</summary>
    public static IEnumerable<(ReferenceJob Job, string Fault)> FaultyCards() => Read($"{BatteryFolder}/faults.json")!.AsArray().Select(
        (entry, i) => (new ReferenceJob($"fault {i}", entry!["card"], new JsonObject(), null, Validate: true), entry["fault"]!.GetValue<string>()));

    /// <summary>Every card in every language but English.</summary>
    public static IEnumerable<ReferenceJob> Languages() =>
        from language in Language.Spoken
        where language != "en"
        from sample in LanguageCardTests.LanguageCards(language)
        select new ReferenceJob(IdOf(language, sample.File), Read($"{CardsFolder}/{sample.Content.Template}.json"), sample.Content.Data, null, Validate: true);

    /// <summary>The id of a card's job in a language.</summary>
    public static string IdOf(string language, string sample) => $"{language} {sample}";

    public static IEnumerable<ReferenceJob> All() => [.. Cards(), .. Languages(), .. Expressions(), .. Texts(), .. Templates(), .. FaultyCards().Select(card => card.Job)];

    private static JsonNode? Read(string path) => JsonNode.Parse(File.ReadAllText(RepositoryRoot.Combine(path)));
}
