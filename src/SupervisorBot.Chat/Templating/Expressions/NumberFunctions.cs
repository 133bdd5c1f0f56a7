namespace SupervisorBot.Chat.Templating.Expressions;

/// <summary>Arithmetic on doubles. A division of whole numbers is rounded down.</summary>
internal static class NumberFunctions
{
    private const int MostDigits = 15;

    public static IEnumerable<FunctionDefinition> All { get; } =
    [
        new("+", ReturnKinds.Text | ReturnKinds.Number, new ArgumentRule(2, ArgumentRule.Many, ReturnKinds.Text | ReturnKinds.Number),
            FunctionArguments.Strict(values => Fold(values, Add), FunctionArguments.NumberOrTextOrUndefined)),
        Arithmetic("-", (left, right) => left - right),
        Arithmetic("*", (left, right) => left * right),
        Arithmetic("/", Divide, NotZeroAfterFirst),
        Arithmetic("^", Math.Pow),
        new("%", ReturnKinds.Number, new ArgumentRule(2, 2, ReturnKinds.Number), FunctionArguments.Strict(Remainder, FunctionArguments.Integer)),
        Extreme("min", Math.Min, double.PositiveInfinity),
        Extreme("max", Math.Max, double.NegativeInfinity),
        Transform("floor", Math.Floor),
        Transform("ceiling", Math.Ceiling),
        Transform("abs", Math.Abs),
        new("round", ReturnKinds.Number, new ArgumentRule(1, 2, ReturnKinds.Number), FunctionArguments.Strict(Round, FunctionArguments.Number)),
        new("int", ReturnKinds.Number, new ArgumentRule(1, 1), FunctionArguments.Strict(ToInteger)),
    ];

    private static FunctionDefinition Arithmetic(string name, Func<double, double, double> operation, ArgumentCheck? check = null) =>
        new(name, ReturnKinds.Number, new ArgumentRule(2, ArgumentRule.Many, ReturnKinds.Number), FunctionArguments.Strict(
            values => Fold(values, (left, right) => Value.Of(operation(left.Number, right.Number))), check ?? FunctionArguments.Number));

    private static FunctionDefinition Extreme(string name, Func<double, double, double> choose, double start) =>
        new(name, ReturnKinds.Number, new ArgumentRule(1, ArgumentRule.Many), FunctionArguments.Strict(
            values => Value.Of(Numbers(values).Aggregate(start, choose)), FunctionArguments.NumberOrNumbers));

    private static FunctionDefinition Transform(string name, Func<double, double> operation) =>
        new(name, ReturnKinds.Number, new ArgumentRule(1, 1, ReturnKinds.Number), FunctionArguments.Strict(
            values => Value.Of(operation(values[0].Number)), FunctionArguments.Number));

    private static EvaluationResult Fold(Value[] values, Func<Value, Value, EvaluationResult> operation)
    {
        EvaluationResult result = values[0];
        for (var i = 1; i < values.Length && result.Error is null; i++)
        {
            result = operation(result.Value, values[i]);
        }

        return result;
    }

    private static EvaluationResult Add(Value left, Value right)
    {
        if (left.IsNumber && right.IsNumber)
        {
            return Value.Of(left.Number + right.Number);
        }

        if ((left.IsNothing && right.IsNumber) || (right.IsNothing && left.IsNumber))
        {
            return EvaluationResult.Fail("a number cannot be added to nothing");
        }

        return Value.Of((left.IsNothing ? "" : ValueText.Of(left)) + (right.IsNothing ? "" : ValueText.Of(right)));
    }

    private static double Divide(double left, double right)
    {
        var quotient = left / right;
        return double.IsInteger(left) && double.IsInteger(right) ? Math.Floor(quotient) : quotient;
    }

    private static string? NotZeroAfterFirst(in Value value, int position) =>
        FunctionArguments.Number(value, position) ?? (position > 0 && value.Number == 0 ? "a division by zero" : null);

    private static EvaluationResult Remainder(Value[] values) =>
        values[1].Number == 0 ? EvaluationResult.Fail("a division by zero") : Value.Of(values[0].Number % values[1].Number);

    private static IEnumerable<double> Numbers(Value[] values) => values.SelectMany(value =>
        value.Kind == ValueKind.Array ? value.Array.Select(item => Value.From(item).Number) : [value.Number]);

    private static EvaluationResult Round(Value[] values)
    {
        var digits = values.Length == 2 ? values[1] : Value.Of(0);
        return digits.IsInteger && digits.Number is >= 0 and <= MostDigits
            ? Value.Of(NumberFormat.Round(values[0].Number, (int)digits.Number))
            : EvaluationResult.Fail("the digits of a rounding are a whole number from 0 to 15");
    }

    private static EvaluationResult ToInteger(Value[] values)
    {
        var value = values[0];
        var text = value.Kind == ValueKind.Text || value.IsNumber ? ValueText.Of(value) : null;
        if (text is null)
        {
            return Value.Undefined;
        }

        return ValueAccess.TryLeadingInteger(text, out var number) ? Value.Of(number) : EvaluationResult.Fail("a text does not begin with a number");
    }
}
