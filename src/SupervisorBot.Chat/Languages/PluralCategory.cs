namespace SupervisorBot.Chat.Languages;

/// <summary>The forms that a language has for numbers (Unicode CLDR, plural rules for cardinals).</summary>
internal enum PluralCategory
{
    Other,
    Zero,
    One,
    Two,
    Few,
    Many,
}
