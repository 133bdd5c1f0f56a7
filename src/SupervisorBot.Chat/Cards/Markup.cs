using System.Text;

namespace SupervisorBot.Chat.Cards;

/// <summary>Keeps foreign words (names, ids, what somebody typed) from being read as markup.</summary>
internal static class Markup
{
    private const int Longest = 48;

    /// <summary>
    /// The text as it can stand in a card or message: markdown's own characters escaped, line breaks and control characters turned to
    /// blanks, <c>{{</c> broken up so that a client does not take it for a date function, and cut when it is too long for a line.
    /// </summary>
    public static string Plain(string? text)
    {
        var trimmed = (text ?? "").Trim();
        var shown = trimmed.Length > Longest ? Cut(trimmed, Longest - 1) + "…" : trimmed;
        var result = new StringBuilder(shown.Length);
        foreach (var character in shown)
        {
            if (char.IsControl(character))
            {
                result.Append(' ');
                continue;
            }

            if (character is '\\' or '*' or '_' or '[' or ']' or '`' or '<' or '>' or '~' or '#')
            {
                result.Append('\\');
            }
            else if (character == '{' && result.Length > 0 && result[^1] == '{')
            {
                result.Append(' ');
            }

            result.Append(character);
        }

        return result.ToString();
    }

    /// <summary>The beginning of a text: as many characters as told, or one fewer where the last would be half of a pair.</summary>
    public static string Cut(string text, int most) =>
        text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
}
