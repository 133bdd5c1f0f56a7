using System.Text;

namespace SupervisorBot.Demo;

/// <summary>Takes the markdown out of a card's or message's text, as a client does when it draws it.</summary>
internal static class PlainText
{
    private const string Escapable = "\\*_[]`<>~#";

    /// <summary>The text without escapes and without marks of bold text.</summary>
    public static string Of(string? text)
    {
        var source = text ?? "";
        var plain = new StringBuilder(source.Length);
        for (var at = 0; at < source.Length; at++)
        {
            var escaped = source[at] == '\\' && at + 1 < source.Length && Escapable.Contains(source[at + 1], StringComparison.Ordinal);
            if (escaped)
            {
                plain.Append(source[++at]);
            }
            else if (source[at] == '*' && at + 1 < source.Length && source[at + 1] == '*')
            {
                at++;
            }
            else
            {
                plain.Append(source[at]);
            }
        }

        return plain.ToString();
    }
}
