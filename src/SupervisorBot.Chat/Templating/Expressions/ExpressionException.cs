namespace SupervisorBot.Chat.Templating.Expressions;

/// <summary>An expression that cannot be parsed. The template's loader adds where it stands.</summary>
internal sealed class ExpressionException(string message) : Exception(message);
