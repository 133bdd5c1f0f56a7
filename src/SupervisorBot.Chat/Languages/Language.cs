using System.Globalization;

namespace SupervisorBot.Chat.Languages;

/// <summary>A language that the bot speaks, as one person reads it.</summary>
public sealed record Language
{
    private const string Chinese = "zh";

    private Language(CultureInfo words, CultureInfo numbers) => (Words, Numbers) = (words, numbers);

    /// <summary>English, which is spoken where nothing else is known.</summary>
    public static Language English { get; } = new(CultureInfo.GetCultureInfo("en"), CultureInfo.GetCultureInfo("en"));

    /// <summary>The names of the languages spoken, as IETF language tags: English first.</summary>
    public static IReadOnlyList<string> Spoken { get; } = ["en", "zh-Hans", "es", "fr", "ar"];

    /// <summary>In which language the words are: one of <see cref="Spoken"/>.</summary>
    public CultureInfo Words { get; }

    /// <summary>How numbers and dates are written: the person's own region, where it is told.</summary>
    public CultureInfo Numbers { get; }

    /// <summary>The language tag of the words.</summary>
    public string Name => Words.Name;

    /// <summary>By which this language with this region is found again, see <see cref="Of(string?)"/>.</summary>
    public string Locale => Numbers.Name;

    /// <summary>What those who speak it call it.</summary>
    public string OwnName => LanguageChoice.OwnName(Name);

    /// <summary>Whether it is written from right to left.</summary>
    public bool IsRightToLeft => Words.TextInfo.IsRightToLeft;

    /// <summary>The language for a locale that a channel told.</summary>
    /// <param name="locale">Such as <c>es-MX</c>; null, empty or unknown is English.</param>
    public static Language Of(string? locale)
    {
        if (string.IsNullOrWhiteSpace(locale) || Find(locale.Trim().Replace('_', '-')) is not { } region)
        {
            return English;
        }

        return WordsOf(region) is { } words ? new Language(CultureInfo.GetCultureInfo(words), region) : English;
    }

    /// <summary>Whether there are words in the language of a locale, so that English would be no second best.</summary>
    public static bool IsSpoken(string? locale) => !string.IsNullOrWhiteSpace(locale) && Find(locale.Trim().Replace('_', '-')) is { } region && WordsOf(region) is not null;

    /// <summary>The language for a person who may have chosen one.</summary>
    /// <param name="chosen">What they have chosen: one of <see cref="Spoken"/>; null for nothing.</param>
    /// <param name="locale">What the channel told; it says how numbers are written where it is of the language that was chosen.</param>
    public static Language Of(string? chosen, string? locale)
    {
        var told = Of(locale);
        if (chosen is null)
        {
            return told;
        }

        var own = Of(chosen);
        return own.Name == told.Name ? told : own;
    }

    /// <summary>Speaks this language in everything that follows in this flow of execution, until the answer is disposed.</summary>
    public IDisposable Speak() => new LanguageScope(this);

    // Whoever reads Chinese in any script reads it better than English.
    private static string? WordsOf(CultureInfo region) => region.TwoLetterISOLanguageName == Chinese
        ? "zh-Hans"
        : Spoken.FirstOrDefault(name => name == region.TwoLetterISOLanguageName);

    private static CultureInfo? Find(string locale)
    {
        try
        {
            return CultureInfo.GetCultureInfo(locale);
        }
        catch (CultureNotFoundException)
        {
            return null;
        }
    }
}
