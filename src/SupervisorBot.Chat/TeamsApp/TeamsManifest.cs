using System.Text.Json.Nodes;
using SupervisorBot.Chat.Cards;
using SupervisorBot.Chat.Commands;
using SupervisorBot.Chat.Languages;
using SupervisorBot.Chat.Texts;

namespace SupervisorBot.Chat.TeamsApp;

/// <summary>
/// Fills in the manifest of the Teams app: <c>manifest/manifest.json</c> has what is always the same; who the app is of comes from its operator, and the commands and words
/// from the bot's own table and texts, so that nothing is written twice.
/// </summary>
internal static class TeamsManifest
{
    /// <summary>The version of the manifest's schema.</summary>
    public const string SchemaVersion = "1.29";

    /// <summary>The manifest.</summary>
    /// <param name="template">What is always the same.</param>
    /// <param name="app">Whose app it is.</param>
    public static JsonObject Of(JsonObject template, TeamsAppIdentity app)
    {
        using var spoken = Language.Of(AppLanguage.Default.Name).Speak();
        var manifest = template.DeepClone().AsObject();
        var id = app.AppId.ToString("D");
        manifest["version"] = app.Version;
        manifest["id"] = id;
        manifest["developer"] = new JsonObject
        {
            ["name"] = app.DeveloperName,
            ["websiteUrl"] = app.WebsiteUrl.AbsoluteUri,
            ["privacyUrl"] = app.PrivacyUrl.AbsoluteUri,
            ["termsOfUseUrl"] = app.TermsOfUseUrl.AbsoluteUri,
        };
        manifest["name"] = new JsonObject { ["short"] = AppTexts.Name, ["full"] = AppTexts.FullName };
        manifest["description"] = new JsonObject { ["short"] = AppTexts.ShortDescription, ["full"] = AppTexts.Description };
        manifest["localizationInfo"] = new JsonObject
        {
            ["defaultLanguageTag"] = AppLanguage.Default.Tag,
            ["additionalLanguages"] = Json.Array(AppLanguage.Others, language => new JsonObject { ["languageTag"] = language.Tag, ["file"] = language.FileName }),
        };
        var bot = manifest["bots"]![0]!.AsObject();
        bot["botId"] = id;
        bot["commandLists"] = Json.Array(AppCommands.Scopes, List);
        manifest["validDomains"] = new JsonArray(app.HostName);
        return manifest;
    }

    /// <summary>The manifest's words in another language.</summary>
    public static JsonObject Words(AppLanguage language)
    {
        using var spoken = Language.Of(language.Name).Speak();
        var words = new JsonObject
        {
            ["$schema"] = $"https://developer.microsoft.com/json-schemas/teams/v{SchemaVersion}/MicrosoftTeams.Localization.schema.json",
            ["name.short"] = AppTexts.Name,
            ["name.full"] = AppTexts.FullName,
            ["description.short"] = AppTexts.ShortDescription,
            ["description.full"] = AppTexts.Description,
        };
        foreach (var (scope, list) in AppCommands.Scopes.Select((scope, index) => (scope, index)))
        {
            foreach (var (command, index) in AppCommands.Of(scope).Select((command, index) => (command, index)))
            {
                // What is typed is the same in every language.
                words[$"bots[0].commandLists[{list}].commands[{index}].title"] = command.Name;
                words[$"bots[0].commandLists[{list}].commands[{index}].description"] = Describe(command);
            }
        }

        return words;
    }

    private static JsonObject List(AppScope scope) => new()
    {
        ["scopes"] = new JsonArray(scope.Name),
        // With a slash the command is for its sender alone; with a mention, as older clients write it, the chat sees it.
        ["triggers"] = new JsonArray("slash", "mention"),
        ["commands"] = Json.Array(AppCommands.Of(scope), command => new JsonObject { ["title"] = command.Name, ["description"] = Describe(command) }),
    };

    private static string Describe(CommandInfo command) =>
        command.Arguments.Length == 0 ? CommandTexts.Description(command) : $"{CommandTexts.Description(command)} {CommandTexts.Example(command)}";
}
