using System.Diagnostics.CodeAnalysis;

namespace SupervisorBot.Chat.Languages;

/// <summary>A language that can be chosen with <c>/language</c>.</summary>
/// <param name="Code">What is typed.</param>
/// <param name="Name">The language, one of <see cref="Language.Spoken"/>; null for the one that the person's client tells.</param>
/// <param name="Own">What those who speak it call it; null for the one that the client tells.</param>
internal sealed record LanguageChoice(string Code, string? Name, string? Own)
{
    /// <summary>The client's own language.</summary>
    public static LanguageChoice Auto { get; } = new("auto", null, null);

    /// <summary>Every choice, <see cref="Auto"/> last.</summary>
    public static IReadOnlyList<LanguageChoice> All { get; } =
    [
        new("en", "en", "English"), new("zh", "zh-Hans", "中文"), new("es", "es", "Español"), new("fr", "fr", "Français"), new("ar", "ar", "العربية"), Auto,
    ];

    /// <summary>Reads what was typed or pressed: the code, or the language's own name.</summary>
    public static bool TryRead(string? text, [NotNullWhen(true)] out LanguageChoice? choice)
    {
        choice = All.FirstOrDefault(known => Is(known.Code, text) || Is(known.Own, text));
        return choice is not null;
    }

    /// <summary>What those who speak a language call it.</summary>
    public static string OwnName(string language) => All.FirstOrDefault(known => known.Name == language)?.Own ?? language;

    private static bool Is(string? name, string? text) => name is not null && name.Equals(text, StringComparison.OrdinalIgnoreCase);
}
