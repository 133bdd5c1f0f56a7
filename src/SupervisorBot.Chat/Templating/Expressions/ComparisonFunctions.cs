namespace SupervisorBot.Chat.Templating.Expressions;

/// <summary>Comparisons. They see undefined where the data has no such path; with an argument that fails they are false.</summary>
internal static class ComparisonFunctions
{
    public static IEnumerable<FunctionDefinition> All { get; } =
    [
        Comparison("==", 2, values => Value.Of(ValueEquality.AreEqual(values[0], values[1]))),
        Comparison("!=", 2, values => Value.Of(!ValueEquality.AreEqual(values[0], values[1]))),
        Comparison("<", 2, values => Order(values, order => order < 0), FunctionArguments.NotNull),
        Comparison("<=", 2, values => Order(values, order => order <= 0), FunctionArguments.NotNull),
        Comparison(">", 2, values => Order(values, order => order > 0), FunctionArguments.NotNull),
        Comparison(">=", 2, values => Order(values, order => order >= 0), FunctionArguments.NotNull),
        Comparison("exists", 1, _ => Value.Of(true), FunctionArguments.NotNull),
        Comparison("empty", 1, values => Value.Of(IsEmpty(values[0])), FunctionArguments.ContainerOrNothing),
        Comparison("bool", 1, values => Value.Of(ToBoolean(values[0]))),
    ];

    private static FunctionDefinition Comparison(
        string name, int arguments, Func<Value[], EvaluationResult> compare, ArgumentCheck? check = null) =>
        new(name, ReturnKinds.Boolean, new ArgumentRule(arguments, arguments), (parameters, scope, _) =>
            FunctionArguments.TryEvaluate(parameters, scope, substitute: false, check, out var values) is null
                ? compare(values)
                : Value.Of(false));

    private static EvaluationResult Order(Value[] values, Func<int, bool> fits)
    {
        var (left, right) = (values[0], values[1]);
        if (left.IsNumber && right.IsNumber)
        {
            return Value.Of(fits(left.Number.CompareTo(right.Number)));
        }

        return left.Kind == ValueKind.Text && right.Kind == ValueKind.Text
            ? Value.Of(fits(string.CompareOrdinal(left.Text, right.Text)))
            : new EvaluationResult(Value.Of(false), "values of different kinds have no order");
    }

    private static bool IsEmpty(in Value value) => value.Kind switch
    {
        ValueKind.Text => value.Text.Length == 0,
        ValueKind.Array => value.Array.Count == 0,
        ValueKind.Object => value.Object.Count == 0,
        _ => true,
    };

    private static bool ToBoolean(in Value value) => value.IsNumber
        ? value.Number != 0
        : !ValueText.Of(value).Contains("false", StringComparison.OrdinalIgnoreCase) && value.IsLogicallyTrue;
}
