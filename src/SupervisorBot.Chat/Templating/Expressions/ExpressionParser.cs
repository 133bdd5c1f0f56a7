using System.Globalization;

namespace SupervisorBot.Chat.Templating.Expressions;

/// <summary>
/// Parses one expression. Operators bind, from the tightest: sign and not, <c>^</c>, <c>* / %</c>, <c>+ -</c>,
/// <c>== !=</c>, <c>&amp;</c>, <c>&lt; &lt;= &gt; &gt;=</c>, <c>&amp;&amp;</c>, <c>||</c>, <c>??</c>, <c>? :</c>. Equality
/// binds tighter than order, which is the language's own oddity.
/// </summary>
internal sealed class ExpressionParser
{
    private const int TernaryLevel = 1;
    private const int PowerLevel = 10;
    private const int UnaryLevel = 11;

    private readonly List<Token> tokens;
    private int next;

    private ExpressionParser(List<Token> tokens) => this.tokens = tokens;

    private Token Current => tokens[next];

    /// <summary>Parses an expression as it stands between the braces of a binding; an empty one is the empty text.</summary>
    /// <exception cref="ExpressionException">The expression is malformed or names a function that does not exist.</exception>
    public static Expression Parse(string source)
    {
        if (source.Length == 0)
        {
            return new Constant(Value.Of(""));
        }

        var parser = new ExpressionParser(Tokenizer.Read(source));
        var expression = parser.ParseExpression(0);
        return parser.Current.Kind == TokenKind.End ? expression : throw parser.Unexpected();
    }

    private static int LevelOf(in Token token) => token.Kind != TokenKind.Symbol
        ? 0
        : token.Text switch
        {
            "^" => PowerLevel,
            "*" or "/" or "%" => 9,
            "+" or "-" => 8,
            "==" or "!=" => 7,
            "&" => 6,
            "<" or "<=" or ">" or ">=" => 5,
            "&&" => 4,
            "||" => 3,
            "??" => 2,
            "?" => TernaryLevel,
            _ => 0,
        };

    private Expression ParseExpression(int minimum)
    {
        var left = ParseUnary();
        while (LevelOf(Current) is var level && level > 0 && level >= minimum)
        {
            var symbol = Take().Text;
            left = level switch
            {
                TernaryLevel => ParseTernary(left),
                // To the right: 2^3^2 is 2^9.
                PowerLevel => Call(symbol, left, ParseExpression(PowerLevel)),
                _ => Call(symbol, left, ParseExpression(level + 1)),
            };
        }

        return left;
    }

    private FunctionCall ParseTernary(Expression condition)
    {
        var whenTrue = ParseExpression(0);
        Expect(":");
        return Call("if", condition, whenTrue, ParseExpression(TernaryLevel + 1));
    }

    private Expression ParseUnary()
    {
        if (Current.Is("!"))
        {
            Take();
            return Call("!", ParseExpression(UnaryLevel));
        }

        if (Current.Is("-") || Current.Is("+"))
        {
            var sign = Take().Text;
            return Call(sign, new Constant(Value.Of(0)), ParseExpression(UnaryLevel));
        }

        return ParsePostfix(ParsePrimary());
    }

    private Expression ParsePrimary()
    {
        var token = Take();
        switch (token.Kind)
        {
            case TokenKind.Number:
                return new Constant(Value.Of(double.Parse(token.Text, CultureInfo.InvariantCulture)));
            case TokenKind.Text:
                return new Constant(Value.Of(TextLiteral.Read(token.Text)));
            case TokenKind.Identifier when Current.Is("("):
                return ParseCall(token.Text);
            case TokenKind.Identifier:
                return Name(token.Text);
            case TokenKind.Symbol when token.Text == "(":
                var inner = ParseExpression(0);
                Expect(")");
                return inner;
            case TokenKind.Symbol when token.Text == "[":
                return new FunctionCall(FunctionTable.CreateArray, ParseList("]"));
            default:
                next--;
                throw Unexpected();
        }
    }

    private Expression ParsePostfix(Expression expression)
    {
        while (true)
        {
            if (Current.Is("."))
            {
                Take();
                expression = Property(expression, Take());
            }
            else if (Current.Is("["))
            {
                Take();
                expression = new ElementAccess(expression, ParseExpression(0));
                Expect("]");
            }
            else
            {
                return expression;
            }
        }
    }

    private static PropertyAccess Property(Expression instance, in Token name)
    {
        if (name.Kind != TokenKind.Identifier)
        {
            throw new ExpressionException("a dot must be followed by a name; another key is written ['key']");
        }

        return (instance.Returns & ReturnKinds.Any) != 0
            ? new PropertyAccess(name.Text, instance)
            : throw new ExpressionException($"{instance} has no properties");
    }

    private FunctionCall ParseCall(string name)
    {
        var function = FunctionTable.Find(name) ?? throw new ExpressionException($"there is no function '{name}'");
        Take();
        return new FunctionCall(function, ParseList(")"));
    }

    private Expression[] ParseList(string end)
    {
        var items = new List<Expression>();
        if (!Current.Is(end))
        {
            items.Add(ParseExpression(0));
            while (Current.Is(","))
            {
                Take();
                items.Add(ParseExpression(0));
            }
        }

        Expect(end);
        return [.. items];
    }

    private static Expression Name(string name) => name switch
    {
        "true" => new Constant(Value.Of(true)),
        "false" => new Constant(Value.Of(false)),
        "null" => new Constant(Value.Null),
        "undefined" => new Constant(Value.Undefined),
        _ => new PropertyAccess(name),
    };

    private static FunctionCall Call(string symbol, params Expression[] arguments) => new(FunctionTable.Find(symbol)!, arguments);

    private Token Take() => Current.Kind == TokenKind.End ? throw Unexpected() : tokens[next++];

    private void Expect(string symbol)
    {
        if (!Current.Is(symbol))
        {
            throw Unexpected($", where '{symbol}' is expected");
        }

        next++;
    }

    private ExpressionException Unexpected(string expectation = "") => new(Current.Kind == TokenKind.End
        ? $"the expression ends too early{expectation}"
        : $"'{Current.Text}' at position {Current.Position + 1} is unexpected{expectation}");
}
