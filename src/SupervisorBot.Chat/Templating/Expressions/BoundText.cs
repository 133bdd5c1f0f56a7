using System.Text;

namespace SupervisorBot.Chat.Templating.Expressions;

/// <summary>
/// A string of a template with bindings: <c>Call ${age} s</c>. A string that is one binding and nothing else keeps the
/// type of its value; any other becomes a text.
/// </summary>
internal static class BoundText
{
    private const string Start = "${";

    /// <summary>Parses a string of a template.</summary>
    /// <returns>The expression, or null where the string holds no binding and stands as it is.</returns>
    /// <exception cref="ExpressionException">A binding is malformed.</exception>
    public static Expression? Parse(string source)
    {
        if (!source.Contains(Start, StringComparison.Ordinal))
        {
            return null;
        }

        var parts = Split(source);
        return parts is [not Constant]
            ? parts[0]
            : new FunctionCall(FunctionTable.Concat, [new Constant(Value.Of("")), .. parts]);
    }

    private static List<Expression> Split(string source)
    {
        var parts = new List<Expression>();
        var text = new StringBuilder();
        var position = 0;
        while (position < source.Length)
        {
            if (source[position] == '`')
            {
                throw new ExpressionException("a backtick beside a binding is written \\`");
            }

            if (source[position] == '\\' && position + 1 == source.Length)
            {
                throw new ExpressionException("a backslash cannot end a text with a binding");
            }

            if (source[position] == '\\' && source[position + 1] is '`' or '$')
            {
                text.Append(source[position + 1]);
                position += 2;
                continue;
            }

            var end = string.CompareOrdinal(source, position, Start, 0, Start.Length) == 0 ? EndOfBinding(source, position) : -1;
            if (end < 0)
            {
                text.Append(source[position++]);
                continue;
            }

            Flush();
            parts.Add(ParseBinding(source[(position + Start.Length)..(end - 1)]));
            position = end;
        }

        Flush();
        return parts;

        void Flush()
        {
            if (text.Length > 0)
            {
                parts.Add(new Constant(Value.Of(text.ToString())));
                text.Clear();
            }
        }
    }

    private static Expression ParseBinding(string inner)
    {
        var source = inner.Trim();
        source = source.StartsWith('=') ? source[1..] : source;
        try
        {
            return ExpressionParser.Parse(source);
        }
        catch (ExpressionException problem)
        {
            throw new ExpressionException($"${{{source}}}: {problem.Message}");
        }
    }

    /// <summary>Finds the brace that closes a binding. What looks like a binding but is not closed on its line is text.</summary>
    /// <returns>The position after the brace, or -1.</returns>
    private static int EndOfBinding(string source, int start)
    {
        var position = start + Start.Length;
        while (position < source.Length)
        {
            switch (source[position])
            {
                case '}':
                    return position > start + Start.Length ? position + 1 : -1;
                case '\r' or '\n' or '`':
                    return -1;
                case '{':
                    throw new ExpressionException("a brace inside a binding is not supported: object literals belong into the data");
                case '\'' or '"':
                    position = Tokenizer.EndOfText(source, position);
                    if (position < 0)
                    {
                        return -1;
                    }

                    break;
                default:
                    position++;
                    break;
            }
        }

        return -1;
    }
}
