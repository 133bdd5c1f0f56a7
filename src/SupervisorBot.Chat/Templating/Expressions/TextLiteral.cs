using System.Text;

namespace SupervisorBot.Chat.Templating.Expressions;

/// <summary>The text that a quoted literal stands for.</summary>
internal static class TextLiteral
{
    /// <summary>Removes the quotes and resolves \n, \r, \t, \\ and the escaped quote; any other backslash stays.</summary>
    public static string Read(string literal)
    {
        var quote = literal[..1];
        var body = literal[1..^1].Replace("\\" + quote, quote, StringComparison.Ordinal);
        if (!body.Contains('\\', StringComparison.Ordinal))
        {
            return body;
        }

        var text = new StringBuilder(body.Length);
        for (var i = 0; i < body.Length; i++)
        {
            var escaped = body[i] == '\\' && i + 1 < body.Length ? Escaped(body[i + 1]) : null;
            if (escaped is { } character)
            {
                text.Append(character);
                i++;
            }
            else
            {
                text.Append(body[i]);
                if (body[i] == '\\' && i + 1 < body.Length)
                {
                    text.Append(body[++i]);
                }
            }
        }

        return text.ToString();
    }

    private static char? Escaped(char character) => character switch
    {
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        '\\' => '\\',
        _ => null,
    };
}
