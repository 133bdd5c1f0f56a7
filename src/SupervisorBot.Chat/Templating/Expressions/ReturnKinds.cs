namespace SupervisorBot.Chat.Templating.Expressions;

/// <summary>What an expression is known to yield before it is evaluated. <see cref="Any"/> means that only the data can tell.</summary>
[Flags]
internal enum ReturnKinds
{
    None = 0,
    Boolean = 1,
    Number = 2,
    Any = 4,
    Text = 8,
    Array = 16,
}
