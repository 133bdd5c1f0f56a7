using System.Text.RegularExpressions;

namespace SupervisorBot.Chat.Templating.Expressions;

/// <summary>A literal.</summary>
internal sealed partial class Constant(Value value) : Expression
{
    public Value Value { get; } = value;

    public override ReturnKinds Returns => Value.Kind switch
    {
        ValueKind.Boolean => ReturnKinds.Boolean,
        ValueKind.Number => ReturnKinds.Number,
        ValueKind.Text => ReturnKinds.Text,
        _ => ReturnKinds.Any,
    };

    public override EvaluationResult Evaluate(ExpressionScope scope, bool substitute) => Value;

    public override string ToString() =>
        Value.Kind == ValueKind.Text
            ? "'" + BareQuote().Replace(Value.Text.Replace("\\", "\\\\", StringComparison.Ordinal), "\\'") + "'"
            : ValueText.Of(Value);

    [GeneratedRegex(@"(?<!\\)'")]
    private static partial Regex BareQuote();
}
