using System.Text;
using System.Text.Json.Nodes;
using SupervisorBot.Chat.Templating.Expressions;

namespace SupervisorBot.Chat.Templating;

/// <summary>A string of a template with bindings.</summary>
internal sealed class BoundNode(Expression expression, string place) : TemplateNode
{
    public override bool IsFixed => false;

    /// <summary>Evaluates the binding; where the data has no such path, the binding itself is its text.</summary>
    /// <exception cref="CardExpansionException">The expression fails with this data.</exception>
    public Value Evaluate(ExpressionScope scope)
    {
        if (expression is FunctionCall call && call.Function == FunctionTable.Concat)
        {
            return Value.Of(Interpolate(call, scope));
        }

        var (value, error) = expression.Evaluate(scope, substitute: true);
        return error is null ? value : throw new CardExpansionException($"{place}: {expression}: {error}.");
    }

    /// <summary>Evaluates the binding as a condition: only the boolean true holds; a failure does not.</summary>
    public bool Holds(ExpressionScope scope)
    {
        var (value, error) = expression.Evaluate(scope, substitute: false);
        return error is null && value.Kind == ValueKind.Boolean && value.Boolean;
    }

    public override bool TryExpand(ExpressionScope scope, out JsonNode? result)
    {
        var value = Evaluate(scope);
        result = value.ToNode();
        return value.Kind != ValueKind.Undefined;
    }

    public override void ExpandInto(JsonArray target, ExpressionScope scope)
    {
        var value = Evaluate(scope);
        if (value.Kind == ValueKind.Array)
        {
            foreach (var item in value.Array)
            {
                target.Add(item?.DeepClone());
            }
        }
        else if (value.Kind != ValueKind.Null)
        {
            target.Add(value.ToNode());
        }
    }

    private string Interpolate(FunctionCall call, ExpressionScope scope)
    {
        var text = new StringBuilder();
        foreach (var part in call.Arguments)
        {
            var (value, error) = part.Evaluate(scope, substitute: true);
            if (error is not null)
            {
                text.Append("${").Append(part).Append('}');
                continue;
            }

            if (value.IsNothing)
            {
                throw new CardExpansionException($"{place}: {part} is null inside a text.");
            }

            text.Append(ValueText.Of(value));
        }

        return text.ToString();
    }
}
