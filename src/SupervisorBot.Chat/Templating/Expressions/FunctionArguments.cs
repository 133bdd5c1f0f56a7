namespace SupervisorBot.Chat.Templating.Expressions;

/// <summary>Says what is wrong with an argument's value at its position, or null.</summary>
internal delegate string? ArgumentCheck(in Value value, int position);

/// <summary>Evaluates and checks the arguments of functions that need all of them.</summary>
internal static class FunctionArguments
{
    /// <summary>Makes an evaluator that evaluates every argument first and stops at the first that fails.</summary>
    public static FunctionEvaluator Strict(Func<Value[], EvaluationResult> function, ArgumentCheck? check = null) =>
        (arguments, scope, substitute) =>
            TryEvaluate(arguments, scope, substitute, check, out var values) is { } error ? EvaluationResult.Fail(error) : function(values);

    /// <returns>What is wrong, or null where every argument has its value.</returns>
    public static string? TryEvaluate(
        Expression[] arguments, ExpressionScope scope, bool substitute, ArgumentCheck? check, out Value[] values)
    {
        values = new Value[arguments.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            var (value, error) = arguments[i].Evaluate(scope, substitute);
            error ??= check?.Invoke(value, i);
            if (error is not null)
            {
                return error;
            }

            values[i] = value;
        }

        return null;
    }

    public static string? NotNull(in Value value, int position) => value.IsNothing ? "a value is missing" : null;

    public static string? Number(in Value value, int position) => value.IsNumber ? null : "a value is not a number";

    public static string? Integer(in Value value, int position) => value.IsInteger ? null : "a value is not a whole number";

    public static string? NumberOrTextOrUndefined(in Value value, int position) =>
        value.IsNumber || value.Kind is ValueKind.Text or ValueKind.Undefined ? null : "a value is neither a number nor a text";

    public static string? TextOrUndefined(in Value value, int position) =>
        value.Kind is ValueKind.Text or ValueKind.Undefined ? null : "a value is not a text";

    public static string? Container(in Value value, int position) =>
        value.Kind is ValueKind.Text or ValueKind.Array or ValueKind.Object ? null : "a value is neither a text, a list nor an object";

    public static string? ContainerOrNothing(in Value value, int position) => value.IsNothing ? null : Container(value, position);

    public static string? NumberOrNumbers(in Value value, int position)
    {
        if (value.IsNumber)
        {
            return null;
        }

        return value.Kind == ValueKind.Array && value.Array.All(item => Value.From(item).IsNumber)
            ? null
            : "a value is neither a number nor a list of numbers";
    }

    /// <summary>The text of a text argument; an undefined one is empty.</summary>
    public static string TextOrEmpty(in Value value) => value.Kind == ValueKind.Text ? value.Text : "";
}
