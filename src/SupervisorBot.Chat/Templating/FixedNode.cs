using System.Text.Json.Nodes;
using SupervisorBot.Chat.Templating.Expressions;

namespace SupervisorBot.Chat.Templating;

/// <summary>A part of a template without bindings.</summary>
internal sealed class FixedNode(JsonNode? node) : TemplateNode
{
    public override bool IsFixed => true;

    public override bool TryExpand(ExpressionScope scope, out JsonNode? result)
    {
        result = node?.DeepClone();
        return true;
    }

    public override void ExpandInto(JsonArray target, ExpressionScope scope)
    {
        if (node is JsonArray items)
        {
            foreach (var item in items)
            {
                target.Add(item?.DeepClone());
            }
        }
        else if (node is not null)
        {
            target.Add(node.DeepClone());
        }
    }
}
