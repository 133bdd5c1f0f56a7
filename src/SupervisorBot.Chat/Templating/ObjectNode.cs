using System.Text.Json.Nodes;
using SupervisorBot.Chat.Templating.Expressions;

namespace SupervisorBot.Chat.Templating;

/// <summary>An object of a template, with the data it is bound to and the condition it depends on.</summary>
/// <param name="properties">The properties but for the reserved ones.</param>
/// <param name="data"><c>$data</c>: repeats the object where it is a list. Null where there is none.</param>
/// <param name="condition"><c>$when</c>. Null where there is none.</param>
internal sealed class ObjectNode(KeyValuePair<string, TemplateNode>[] properties, DataSource? data, Condition? condition) : TemplateNode
{
    public override bool IsFixed { get; } =
        data is null && condition is null && Array.TrueForAll(properties, property => property.Value.IsFixed);

    public override bool TryExpand(ExpressionScope scope, out JsonNode? result)
    {
        if (data is null && condition is null)
        {
            result = ExpandOne(scope);
            return true;
        }

        // In the place of one value: nothing is null, one object is itself, several are a list.
        var list = new JsonArray();
        ExpandInto(list, scope);
        result = list.Count == 0 ? null : list;
        if (list.Count == 1)
        {
            result = list[0];
            list.Clear();
        }

        return true;
    }

    public override void ExpandInto(JsonArray target, ExpressionScope scope)
    {
        if (data is null)
        {
            ExpandIfWanted(target, scope);
            return;
        }

        var (outerData, outerIndex) = (scope.Data, scope.Index);
        var source = data.Read(scope);
        if (source.Kind == ValueKind.Array)
        {
            var items = source.Array;
            for (var i = 0; i < items.Count; i++)
            {
                scope.Data = Value.From(items[i]);
                scope.Index = Value.Of(i);
                ExpandIfWanted(target, scope);
            }
        }
        else
        {
            scope.Data = source.Kind == ValueKind.Undefined ? outerData : source;
            ExpandIfWanted(target, scope);
        }

        (scope.Data, scope.Index) = (outerData, outerIndex);
    }

    private void ExpandIfWanted(JsonArray target, ExpressionScope scope)
    {
        if (condition is null || condition.Holds(scope))
        {
            target.Add(ExpandOne(scope));
        }
    }

    private JsonObject ExpandOne(ExpressionScope scope)
    {
        var result = new JsonObject();
        foreach (var (name, node) in properties)
        {
            if (node.TryExpand(scope, out var value))
            {
                result.Add(name, value);
            }
        }

        return result;
    }
}
