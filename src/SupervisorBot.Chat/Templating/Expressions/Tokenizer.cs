namespace SupervisorBot.Chat.Templating.Expressions;

/// <summary>Cuts an expression into tokens, the longest first.</summary>
internal static class Tokenizer
{
    private static readonly string[] Symbols =
        ["==", "!=", "&&", "||", "<=", ">=", "??", "!", "^", "*", "/", "%", "&", "<", ">", "+", "-", "(", ")", ".", "[", "]", ",", ":", "?"];

    public static List<Token> Read(string source)
    {
        var tokens = new List<Token>();
        var position = 0;
        while (position < source.Length)
        {
            if (source[position] is ' ' or '\t' or '\r' or '\n' or '\ufeff' or '\u00a0')
            {
                position++;
                continue;
            }

            var token = Next(source, position);
            tokens.Add(token);
            position += token.Text.Length;
        }

        tokens.Add(new Token(TokenKind.End, "", source.Length));
        return tokens;
    }

    /// <summary>
    /// Finds the end of a quoted text. A backslash before a quote keeps it inside, unless the text would then never end.
    /// </summary>
    /// <returns>The position after the closing quote, or -1.</returns>
    public static int EndOfText(string source, int start)
    {
        var quote = source[start];
        var last = -1;
        for (var i = start + 1; i < source.Length; i++)
        {
            if (source[i] == quote)
            {
                return i + 1;
            }

            if (source[i] == '\\' && i + 1 < source.Length && (source[i + 1] == quote || source[i + 1] == '\\'))
            {
                i++;
                last = source[i] == quote ? i + 1 : last;
            }
        }

        return last;
    }

    private static Token Next(string source, int position)
    {
        var first = source[position];
        var identifier = IdentifierLength(source, position);
        // A lone % is the operator; %name is a name.
        if (identifier > 1 || (identifier == 1 && first != '%'))
        {
            return Cut(TokenKind.Identifier, identifier);
        }

        if (char.IsAsciiDigit(first))
        {
            return Cut(TokenKind.Number, NumberLength(source, position));
        }

        if (first is '\'' or '"')
        {
            var end = EndOfText(source, position);
            return end > 0 ? Cut(TokenKind.Text, end - position) : throw new ExpressionException("a quoted text is not closed");
        }

        foreach (var symbol in Symbols)
        {
            if (string.CompareOrdinal(source, position, symbol, 0, symbol.Length) == 0)
            {
                return Cut(TokenKind.Symbol, symbol.Length);
            }
        }

        throw new ExpressionException($"'{first}' at position {position + 1} is not part of the language");

        Token Cut(TokenKind kind, int length) => new(kind, source.Substring(position, length), position);
    }

    private static int IdentifierLength(string source, int position)
    {
        var length = source[position] == '@' && position + 1 < source.Length && source[position + 1] == '@' ? 2 : 1;
        if (!char.IsAsciiLetter(source[position]) && source[position] is not ('_' or '#' or '@' or '$' or '%'))
        {
            return 0;
        }

        while (position + length < source.Length && (char.IsAsciiLetterOrDigit(source[position + length]) || source[position + length] == '_'))
        {
            length++;
        }

        return length;
    }

    private static int NumberLength(string source, int position)
    {
        var end = Digits(position);
        if (end + 1 < source.Length && source[end] == '.' && char.IsAsciiDigit(source[end + 1]))
        {
            end = Digits(end + 1);
        }

        return end - position;

        int Digits(int from)
        {
            while (from < source.Length && char.IsAsciiDigit(source[from]))
            {
                from++;
            }

            return from;
        }
    }
}
