using System.Text.Json.Nodes;

namespace SupervisorBot.Chat.Templating.Expressions;

/// <summary>Lists, and what counts as one.</summary>
internal static class ListFunctions
{
    public static FunctionDefinition CreateArray { get; } = new("createArray", ReturnKinds.Array, new ArgumentRule(0, ArgumentRule.Many),
        FunctionArguments.Strict(values => Value.From(new JsonArray([.. values.Select(value => value.ToNode())]))));

    public static IEnumerable<FunctionDefinition> All { get; } =
    [
        CreateArray,
        new("count", ReturnKinds.Number, new ArgumentRule(1, 1, ReturnKinds.Text | ReturnKinds.Array),
            FunctionArguments.Strict(values => Value.Of(Count(values[0])), FunctionArguments.Container)),
        new("join", ReturnKinds.Text, new ArgumentRule(2, 3, ReturnKinds.Array, ReturnKinds.Text), FunctionArguments.Strict(Join)),
        new("first", ReturnKinds.Any, new ArgumentRule(1, 1), FunctionArguments.Strict(values => At(values[0], 0))),
        new("last", ReturnKinds.Any, new ArgumentRule(1, 1), FunctionArguments.Strict(values => At(values[0], Count(values[0]) - 1))),
        new("contains", ReturnKinds.Boolean, new ArgumentRule(2, 2), Contains),
    ];

    private static int Count(in Value value) => value.Kind switch
    {
        ValueKind.Text => value.Text.Length,
        ValueKind.Array => value.Array.Count,
        ValueKind.Object => value.Object.Count,
        _ => 0,
    };

    private static EvaluationResult At(in Value value, int position)
    {
        if (position < 0 || position >= Count(value))
        {
            return Value.Undefined;
        }

        return value.Kind switch
        {
            ValueKind.Text => Value.Of(value.Text[position].ToString()),
            ValueKind.Array => Value.From(value.Array[position]),
            _ => Value.Undefined,
        };
    }

    private static EvaluationResult Join(Value[] values)
    {
        if (values[0].Kind != ValueKind.Array)
        {
            return EvaluationResult.Fail("what is to be joined is not a list");
        }

        var list = values[0].Array;
        if (values.Length == 2 || list.Count < 3)
        {
            return Value.Of(ValueText.Join(list, Separator(values[^1])));
        }

        // "Ann, Bea and Cem": a separator of its own before the last one.
        var head = new JsonArray([.. list.Take(list.Count - 1).Select(item => item?.DeepClone())]);
        return Value.Of(ValueText.Join(head, Separator(values[1])) + ValueText.Of(values[2]) + ValueText.Of(Value.From(list[^1])));
    }

    private static string Separator(in Value value) => value.Kind == ValueKind.Undefined ? "," : ValueText.Of(value);

    private static EvaluationResult Contains(Expression[] arguments, ExpressionScope scope, bool substitute)
    {
        if (FunctionArguments.TryEvaluate(arguments, scope, substitute, null, out var values) is not null)
        {
            return Value.Of(false);
        }

        var (container, searched) = (values[0], values[1]);
        if (container.Kind == ValueKind.Array)
        {
            return Value.Of(container.Array.Any(item => ValueEquality.AreEqual(Value.From(item), searched)));
        }

        if (searched.Kind != ValueKind.Text)
        {
            return Value.Of(false);
        }

        return Value.Of(container.Kind == ValueKind.Text
            ? container.Text.Contains(searched.Text, StringComparison.Ordinal)
            : ValueAccess.Property(container, searched.Text).Kind != ValueKind.Undefined);
    }
}
