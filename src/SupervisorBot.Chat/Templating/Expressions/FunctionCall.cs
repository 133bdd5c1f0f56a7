namespace SupervisorBot.Chat.Templating.Expressions;

/// <summary>A function or an operator applied to its arguments.</summary>
internal sealed class FunctionCall : Expression
{
    public FunctionCall(FunctionDefinition function, Expression[] arguments)
    {
        Function = function;
        Arguments = arguments;
        function.Arguments.Check(this);
    }

    public FunctionDefinition Function { get; }

    public Expression[] Arguments { get; }

    public override ReturnKinds Returns => Function.Returns;

    public override EvaluationResult Evaluate(ExpressionScope scope, bool substitute) => Function.Evaluate(Arguments, scope, substitute);

    public override string ToString()
    {
        var infix = !char.IsAsciiLetter(Function.Name[0]) && Arguments.Length >= 2;
        return infix
            ? "(" + string.Join(" " + Function.Name + " ", (object[])Arguments) + ")"
            : Function.Name + "(" + string.Join(", ", (object[])Arguments) + ")";
    }
}
