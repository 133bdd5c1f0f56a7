namespace SupervisorBot.Chat.Templating.Expressions;

/// <summary>An item by its position or its name: <c>calls[0]</c>, <c>call['id']</c>.</summary>
internal sealed class ElementAccess(Expression instance, Expression index) : Expression
{
    public Expression Instance { get; } = instance;

    public Expression Index { get; } = index;

    public override ReturnKinds Returns => ReturnKinds.Any;

    public override EvaluationResult Evaluate(ExpressionScope scope, bool substitute)
    {
        var list = Instance.Evaluate(scope, substitute);
        if (list.Error is not null)
        {
            return list;
        }

        var key = Index.Evaluate(scope, substitute: false);
        if (key.Error is not null)
        {
            return key;
        }

        if (key.Value.IsInteger)
        {
            return ValueAccess.Item(list.Value, key.Value.Number);
        }

        return key.Value.Kind == ValueKind.Text
            ? ValueAccess.Property(list.Value, key.Value.Text)
            : EvaluationResult.Fail("an index is neither a whole number nor a text");
    }

    public override string ToString() => $"{Instance}[{Index}]";
}
