namespace SupervisorBot.Chat.Templating.Expressions;

/// <summary>
/// Conditions. They see undefined where the data has no such path, never the unresolved binding, and take an argument
/// that fails for false.
/// </summary>
internal static class LogicFunctions
{
    public static IEnumerable<FunctionDefinition> All { get; } =
    [
        new("if", ReturnKinds.Any, new ArgumentRule(3, 3), If),
        new("&&", ReturnKinds.Boolean, new ArgumentRule(1, ArgumentRule.Many), And),
        new("||", ReturnKinds.Boolean, new ArgumentRule(1, ArgumentRule.Many), Or),
        new("!", ReturnKinds.Boolean, new ArgumentRule(1, 1), Not),
        new("coalesce", ReturnKinds.Any, new ArgumentRule(1, ArgumentRule.Many), FunctionArguments.Strict(Coalesce)),
    ];

    private static EvaluationResult If(Expression[] arguments, ExpressionScope scope, bool substitute)
    {
        var (condition, error) = arguments[0].Evaluate(scope, substitute: false);
        return arguments[error is null && condition.IsLogicallyTrue ? 1 : 2].Evaluate(scope, substitute);
    }

    private static EvaluationResult And(Expression[] arguments, ExpressionScope scope, bool substitute)
    {
        foreach (var argument in arguments)
        {
            var (value, error) = argument.Evaluate(scope, substitute: false);
            if (error is not null || !value.IsLogicallyTrue)
            {
                return Value.Of(false);
            }
        }

        return Value.Of(true);
    }

    private static EvaluationResult Or(Expression[] arguments, ExpressionScope scope, bool substitute)
    {
        var value = Value.Of(false);
        foreach (var argument in arguments)
        {
            (value, var error) = argument.Evaluate(scope, substitute: false);
            if (error is null && value.IsLogicallyTrue)
            {
                return Value.Of(true);
            }
        }

        // Where none is true, the last one's own value: false, but null or undefined as well.
        return value;
    }

    private static EvaluationResult Not(Expression[] arguments, ExpressionScope scope, bool substitute)
    {
        var (value, error) = arguments[0].Evaluate(scope, substitute: false);
        return Value.Of(error is not null || !value.IsLogicallyTrue);
    }

    private static EvaluationResult Coalesce(Value[] values)
    {
        foreach (var value in values)
        {
            if (!value.IsNothing)
            {
                return value;
            }
        }

        return Value.Undefined;
    }
}
