namespace SupervisorBot.Chat.TeamsApp;

/// <summary>A language of the app, as Teams names it and as the bot does.</summary>
/// <param name="Tag">Teams' name; of one without a region Teams takes it for all of its regions.</param>
/// <param name="Name">The bot's name, see <see cref="Languages.Language.Spoken"/>.</param>
internal sealed record AppLanguage(string Tag, string Name)
{
    /// <summary>The language of the manifest itself.</summary>
    public static AppLanguage Default { get; } = new("en", "en");

    /// <summary>The others, each in a file of its own.</summary>
    public static IReadOnlyList<AppLanguage> Others { get; } = [new("zh-cn", "zh-Hans"), new("es", "es"), new("fr", "fr"), new("ar", "ar")];

    /// <summary>The name of its file in the package.</summary>
    public string FileName => $"{Tag}.json";
}
