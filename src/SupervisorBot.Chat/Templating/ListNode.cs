using System.Text.Json.Nodes;
using SupervisorBot.Chat.Templating.Expressions;

namespace SupervisorBot.Chat.Templating;

/// <summary>A list of a template. A list inside a list is dissolved, as repeated objects are.</summary>
internal sealed class ListNode(TemplateNode[] items) : TemplateNode
{
    public override bool IsFixed { get; } = Array.TrueForAll(items, item => item.IsFixed);

    public override bool TryExpand(ExpressionScope scope, out JsonNode? result)
    {
        var list = new JsonArray();
        ExpandInto(list, scope);
        result = list;
        return true;
    }

    public override void ExpandInto(JsonArray target, ExpressionScope scope)
    {
        foreach (var item in items)
        {
            item.ExpandInto(target, scope);
        }
    }
}
