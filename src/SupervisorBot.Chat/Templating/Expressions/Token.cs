namespace SupervisorBot.Chat.Templating.Expressions;

/// <summary>A token of an expression; <paramref name="Text"/> is as written, a text with its quotes.</summary>
internal readonly record struct Token(TokenKind Kind, string Text, int Position)
{
    public bool Is(string symbol) => Kind == TokenKind.Symbol && Text == symbol;
}
