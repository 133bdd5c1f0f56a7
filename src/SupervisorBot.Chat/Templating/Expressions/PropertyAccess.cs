namespace SupervisorBot.Chat.Templating.Expressions;

/// <summary>A name, alone or after a dot: <c>name</c>, <c>call.age</c>, <c>calls[0].id</c>.</summary>
internal sealed class PropertyAccess : Expression
{
    private readonly string name;
    private readonly Expression? instance;

    // The expression before the part that is a path, as first(calls) is in first(calls).id.
    private readonly Expression? origin;
    private readonly PropertyPath? fixedPath;

    public PropertyAccess(string name, Expression? instance = null)
    {
        this.name = name;
        this.instance = instance;
        origin = Origin();
        if (!HasComputedIndex())
        {
            fixedPath = ReadPath(null, false, out _);
        }
    }

    public override ReturnKinds Returns => ReturnKinds.Any;

    public override EvaluationResult Evaluate(ExpressionScope scope, bool substitute)
    {
        var path = fixedPath;
        if (path is null)
        {
            path = ReadPath(scope, substitute, out var error);
            if (path is null)
            {
                return EvaluationResult.Fail(error!);
            }
        }

        Value value;
        if (origin is null)
        {
            value = scope.Read(path);
        }
        else
        {
            var start = origin.Evaluate(scope, substitute);
            if (start.Error is not null)
            {
                return EvaluationResult.Fail(start.Error);
            }

            value = path.Read(start.Value);
        }

        return value.Kind == ValueKind.Undefined && substitute ? path.Unresolved : value;
    }

    public override string ToString() => instance is null ? name : $"{instance}.{name}";

    private static Expression? Before(Expression expression) => expression switch
    {
        PropertyAccess property => property.instance,
        ElementAccess element => element.Instance,
        _ => null,
    };

    private Expression? Origin()
    {
        Expression? current = this;
        while (current is PropertyAccess or ElementAccess)
        {
            current = Before(current);
        }

        return current;
    }

    private bool HasComputedIndex()
    {
        for (Expression? current = this; current is PropertyAccess or ElementAccess; current = Before(current))
        {
            if (current is ElementAccess { Index: not Constant })
            {
                return true;
            }
        }

        return false;
    }

    private PropertyPath? ReadPath(ExpressionScope? scope, bool substitute, out string? error)
    {
        var text = "";
        error = null;
        for (Expression? current = this; current is PropertyAccess or ElementAccess; current = Before(current))
        {
            if (current is PropertyAccess property)
            {
                text = property.name + "." + text;
                continue;
            }

            var index = Evaluate(((ElementAccess)current).Index, scope, substitute);
            error = index.Error ?? (IsIndex(index.Value) ? null : "an index is neither a whole number nor a text");
            if (error is not null)
            {
                return null;
            }

            var key = ValueText.Of(index.Value);
            text = ValueAccess.TryLeadingInteger(key, out _) ? $"[{key}].{text}" : $"['{key}'].{text}";
        }

        return new PropertyPath(text.TrimEnd('.').Replace(".[", "[", StringComparison.Ordinal));
    }

    private static EvaluationResult Evaluate(Expression index, ExpressionScope? scope, bool substitute) =>
        index is Constant constant ? constant.Value : index.Evaluate(scope!, substitute);

    private static bool IsIndex(in Value value) => value.Kind == ValueKind.Text || value.IsNumber;
}
