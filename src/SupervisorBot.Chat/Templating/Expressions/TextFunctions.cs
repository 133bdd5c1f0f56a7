using System.Text.Json.Nodes;

namespace SupervisorBot.Chat.Templating.Expressions;

/// <summary>Texts. All of them know one culture; the language's optional locale arguments are refused at loading.</summary>
internal static class TextFunctions
{
    private const ReturnKinds Text = ReturnKinds.Text;

    public static FunctionDefinition Concat { get; } =
        new("concat", Text | ReturnKinds.Array, new ArgumentRule(1, ArgumentRule.Many), FunctionArguments.Strict(Join));

    public static IEnumerable<FunctionDefinition> All { get; } =
    [
        Concat,
        OfTexts("length", ReturnKinds.Number, 1, values => Value.Of(FunctionArguments.TextOrEmpty(values[0]).Length)),
        OfTexts("toUpper", Text, 1, values => Value.Of(FunctionArguments.TextOrEmpty(values[0]).ToUpperInvariant())),
        // A lower-case form to show is the aim here, not a comparison.
#pragma warning disable CA1308
        OfTexts("toLower", Text, 1, values => Value.Of(FunctionArguments.TextOrEmpty(values[0]).ToLowerInvariant())),
#pragma warning restore CA1308
        OfTexts("trim", Text, 1, values => Value.Of(FunctionArguments.TextOrEmpty(values[0]).Trim())),
        OfTexts("replace", Text, 3, Replace),
        OfTexts("startsWith", ReturnKinds.Boolean, 2, values => Value.Of(
            FunctionArguments.TextOrEmpty(values[0]).StartsWith(FunctionArguments.TextOrEmpty(values[1]), StringComparison.Ordinal))),
        OfTexts("endsWith", ReturnKinds.Boolean, 2, values => Value.Of(
            FunctionArguments.TextOrEmpty(values[0]).EndsWith(FunctionArguments.TextOrEmpty(values[1]), StringComparison.Ordinal))),
        new("string", Text, new ArgumentRule(1, 1), FunctionArguments.Strict(ToText)),
        new("formatNumber", Text, new ArgumentRule(2, 2, ReturnKinds.Number), FunctionArguments.Strict(FormatNumber)),
        new("substring", Text, new ArgumentRule(2, 3, Text, ReturnKinds.Number), Substring),
    ];

    private static FunctionDefinition OfTexts(string name, ReturnKinds returns, int arguments, Func<Value[], EvaluationResult> function) =>
        new(name, returns, new ArgumentRule(arguments, arguments, Text), FunctionArguments.Strict(function, FunctionArguments.TextOrUndefined));

    private static EvaluationResult Join(Value[] values)
    {
        var joined = values[0];
        for (var i = 1; i < values.Length; i++)
        {
            joined = JoinTwo(joined, values[i]);
        }

        return joined;
    }

    private static Value JoinTwo(in Value left, in Value right)
    {
        if (left.IsNothing && right.IsNothing)
        {
            return Value.Undefined;
        }

        if (left.Kind == ValueKind.Array && right.Kind == ValueKind.Array)
        {
            return Value.From(new JsonArray([.. left.Array.Concat(right.Array).Select(item => item?.DeepClone())]));
        }

        if (left.IsNothing && right.Kind == ValueKind.Array)
        {
            return right;
        }

        return right.IsNothing && left.Kind == ValueKind.Array ? left : Value.Of(ValueText.OrEmpty(left) + ValueText.OrEmpty(right));
    }

    private static EvaluationResult Replace(Value[] values)
    {
        var searched = FunctionArguments.TextOrEmpty(values[1]);
        return searched.Length == 0
            ? EvaluationResult.Fail("the text to replace is empty")
            : Value.Of(FunctionArguments.TextOrEmpty(values[0]).Replace(searched, FunctionArguments.TextOrEmpty(values[2]), StringComparison.Ordinal));
    }

    private static EvaluationResult ToText(Value[] values)
    {
        var value = values[0];
        if (!value.IsNumber)
        {
            return Value.Of(ValueText.OrEmpty(value));
        }

        var plain = ValueText.Number(value.Number);
        var point = plain.IndexOf('.', StringComparison.Ordinal);
        return Value.Of(NumberFormat.Grouped(value.Number, point < 0 ? 0 : plain.Length - point - 1));
    }

    private static EvaluationResult FormatNumber(Value[] values)
    {
        var (number, decimals) = (values[0], values[1]);
        if (!number.IsNumber)
        {
            return EvaluationResult.Fail("a value is not a number");
        }

        return decimals.IsInteger && decimals.Number is >= 0 and <= int.MaxValue
            ? Value.Of(NumberFormat.Grouped(NumberFormat.Round(number.Number, (int)decimals.Number), (int)decimals.Number))
            : EvaluationResult.Fail("the decimals are a whole number from 0");
    }

    private static EvaluationResult Substring(Expression[] arguments, ExpressionScope scope, bool substitute)
    {
        var (source, error) = arguments[0].Evaluate(scope, substitute);
        if (error is not null || source.Kind == ValueKind.Undefined)
        {
            return error is null ? Value.Of("") : EvaluationResult.Fail(error);
        }

        if (source.Kind != ValueKind.Text)
        {
            return EvaluationResult.Fail("a value is not a text");
        }

        error = FunctionArguments.TryEvaluate(arguments[1..], scope, substitute, FunctionArguments.Integer, out var range);
        if (error is not null)
        {
            return EvaluationResult.Fail(error);
        }

        var start = range[0].Number;
        var length = range.Length == 2 ? range[1].Number : source.Text.Length - start;
        return start >= 0 && length >= 0 && start + length <= source.Text.Length
            ? Value.Of(source.Text.Substring((int)start, (int)length))
            : EvaluationResult.Fail("a part of a text is out of range");
    }
}
