namespace SupervisorBot.Chat.Templating.Expressions;

internal enum TokenKind
{
    End,
    Identifier,
    Number,
    Text,
    Symbol,
}
