using System.Globalization;

namespace SupervisorBot.Chat.Languages;

/// <summary>Which form a whole number takes in each language spoken (Unicode CLDR, plural rules for cardinals).</summary>
internal static class PluralRules
{
    public static PluralCategory Of(CultureInfo language, int number) => language.TwoLetterISOLanguageName switch
    {
        "ar" => Arabic(number),
        "fr" when number is 0 or 1 => PluralCategory.One,
        "en" or "es" or "iv" when number == 1 => PluralCategory.One,
        _ => PluralCategory.Other,
    };

    /// <summary>The form's name at the end of a text's key.</summary>
    public static string Name(PluralCategory form) => form switch
    {
        PluralCategory.Zero => "zero",
        PluralCategory.One => "one",
        PluralCategory.Two => "two",
        PluralCategory.Few => "few",
        PluralCategory.Many => "many",
        _ => "other",
    };

    private static PluralCategory Arabic(int number) => (number, number % 100) switch
    {
        (0, _) => PluralCategory.Zero,
        (1, _) => PluralCategory.One,
        (2, _) => PluralCategory.Two,
        (_, >= 3 and <= 10) => PluralCategory.Few,
        (_, >= 11) => PluralCategory.Many,
        _ => PluralCategory.Other,
    };
}
