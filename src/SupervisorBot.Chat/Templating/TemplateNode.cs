using System.Text.Json.Nodes;
using SupervisorBot.Chat.Templating.Expressions;

namespace SupervisorBot.Chat.Templating;

/// <summary>A part of a parsed template: immutable, and shared by every expansion.</summary>
internal abstract class TemplateNode
{
    /// <summary>Whether the expansion is the same for all data.</summary>
    public abstract bool IsFixed { get; }

    /// <summary>Expands the node where one value is wanted.</summary>
    /// <returns>False where there is no value at all and its property is left out.</returns>
    public abstract bool TryExpand(ExpressionScope scope, out JsonNode? result);

    /// <summary>Expands the node as an item of a list: null is left out, and a list's items are taken for itself.</summary>
    public abstract void ExpandInto(JsonArray target, ExpressionScope scope);
}
