using System.Globalization;
using System.Text;

namespace SupervisorBot.Chat.Cards;

/// <summary>Keeps foreign words (names, ids, what somebody typed) from being read as markup.</summary>
internal static class Markup
{
    private const int Longest = 48;

    private static readonly char[] s_entity = [.. "#0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"];

    // Of what is longer no more is looked at: it may begin with any number of characters that nobody sees.
    private const int ReadToShow = 8;

    /// <summary>
    /// The text as it can stand in a card or message, in one line. Markdown's own characters are escaped; what a client makes links, dates or templates of
    /// (<c>://</c>, <c>www.</c>, <c>name@</c>, <c>&amp;lt;</c>, <c>{{</c>, <c>${</c>) is broken up by a blank; line breaks and controls become blanks; characters that show nothing or
    /// turn the direction of writing are left out, halves of characters replaced; and it is cut when it is too long for a line.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="longest">How much of it is shown, by what it costs in JSON.</param>
    public static string Plain(string? text, int longest = Longest)
    {
        var visible = Visible(text ?? "", longest * ReadToShow).Trim();
        var shown = Affordable(visible, longest) == visible.Length ? visible : visible[..Affordable(visible, longest - 1)] + "…";
        var result = new StringBuilder(shown.Length + 8);
        for (var i = 0; i < shown.Length; i++)
        {
            if (shown[i] is '\\' or '*' or '_' or '[' or ']' or '`' or '<' or '>' or '~' or '#' || (i == ListMark(shown)))
            {
                result.Append('\\');
            }
            else if (BeginsSomething(shown, i))
            {
                result.Append(' ');
            }

            result.Append(shown[i]);
        }

        return result.ToString();
    }

    /// <summary>What a command looks like, such as <c>/listen &lt;workNo&gt;</c>, as it can stand in a card or message: a client would leave out what stands in angle brackets, as a tag.</summary>
    /// <param name="syntax">The form, as it is in a table.</param>
    public static string Syntax(string syntax) => syntax.Replace("<", "\\<", StringComparison.Ordinal).Replace(">", "\\>", StringComparison.Ordinal);

    /// <summary>The beginning of a text: as many characters as told, or one fewer where the last would be half of a pair.</summary>
    public static string Cut(string text, int most) =>
        text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];

    /// <summary>The beginning of a text that is carried and not shown, without halves of characters, which JSON cannot hold.</summary>
    public static string CutWhole(string text, int most)
    {
        var whole = new StringBuilder(Math.Min(most, text.Length));
        foreach (var rune in text[..Affordable(text, most)].EnumerateRunes())
        {
            whole.Append(rune.ToString());
        }

        return whole.ToString();
    }

    /// <summary>Whether a text has no half of a character.</summary>
    public static bool IsWhole(string text) => CutWhole(text, int.MaxValue) == text;

    /// <summary>How much of a text can be afforded: what JSON writes as an escape of six or twelve characters counts more than what it writes as it is.</summary>
    private static int Affordable(string text, int budget)
    {
        var length = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            budget -= CostOf(rune);
            if (budget < 0)
            {
                break;
            }

            length += rune.Utf16SequenceLength;
        }

        return length;
    }

    private static int CostOf(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        _ when !rune.IsBmp => 4,
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned => 3,
        _ => 1,
    };

    private static string Visible(string text, int most)
    {
        var visible = new StringBuilder(Math.Min(text.Length, most));
        foreach (var rune in Cut(text, most).EnumerateRunes())
        {
            visible.Append(Rune.GetUnicodeCategory(rune) switch
            {
                _ when IsBlank(rune) => " ",
                UnicodeCategory.Format => "",
                _ => rune.ToString(),
            });
        }

        return visible.ToString();
    }

    // Letters and signs that are drawn as nothing are blanks here.
    private static bool IsBlank(Rune rune) =>
        Rune.IsWhiteSpace(rune) || Rune.IsControl(rune) || rune.Value is 0x115F or 0x1160 or 0x3164 or 0xFFA0 or 0x2800;

    /// <summary>Where the character stands that would make the line an item of a list, or -1.</summary>
    private static int ListMark(string line)
    {
        if (line.Length > 0 && line[0] is '-' or '+')
        {
            return 0;
        }

        var digits = line.TakeWhile(char.IsAsciiDigit).Count();
        return digits > 0 && digits < line.Length && line[digits] is '.' or ')' ? digits : -1;
    }

    private static bool BeginsSomething(string text, int at) => at > 0 && text[at] switch
    {
        '{' => text[at - 1] is '{' or '$',
        '/' => text[at - 1] == ':',
        '@' => text[at - 1] != ' ',
        ';' => text[..at].TrimEnd(s_entity).EndsWith('&'),
        '.' => at >= 3 && text.AsSpan(at - 3, 3).Equals("www", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };
}
