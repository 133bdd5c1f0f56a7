using System.Text.Json;
using System.Text.Json.Nodes;
using SupervisorBot.Chat.Templating.Expressions;

namespace SupervisorBot.Chat.Templating;

/// <summary>
/// A template in the Adaptive Card Templating language, parsed once and expanded as often as needed, from any number of
/// threads. It follows adaptivecards-templating 2.3.1 in the results; it is stricter in loading.
/// <list type="bullet">
/// <item><c>${…}</c> in strings. A string that is one binding keeps its value's type; a path that the data does not
/// have stays in the card as its own binding; a null inside a longer text is an error.</item>
/// <item><c>$data</c> binds an object, and repeats it for each item of a list; <c>$when</c> keeps an object only where
/// its expression is true; <c>$root</c>, <c>$index</c> and <c>$host</c> are as the language has them.</item>
/// <item>Names of properties are matched without regard to case and are not expanded themselves. Numbers are doubles:
/// identifiers of more than 15 digits must come as strings.</item>
/// <item>Refused at loading, other than there: functions that <c>FunctionTable</c> does not know, locale arguments,
/// object literals and lambdas in expressions, bindings inside data that is written into the template.</item>
/// </list>
/// </summary>
public sealed class CardTemplate
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private readonly TemplateNode root;

    private CardTemplate(TemplateNode root) => this.root = root;

    /// <summary>Parses a template.</summary>
    /// <param name="json">The template as JSON text, without comments, trailing commas or duplicate properties.</param>
    /// <returns>The template.</returns>
    /// <exception cref="CardTemplateException">The text is not JSON or an expression in it is malformed.</exception>
    public static CardTemplate Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            return Parse(JsonNode.Parse(json, nodeOptions: null, Strict));
        }
        catch (JsonException problem)
        {
            throw new CardTemplateException($"The template is not JSON: {problem.Message}", problem);
        }
    }

    /// <summary>Parses a template that is JSON already.</summary>
    /// <param name="template">The template; it is copied where it is kept. Null is the JSON null.</param>
    /// <returns>The template.</returns>
    /// <exception cref="CardTemplateException">An expression in it is malformed.</exception>
    public static CardTemplate Parse(JsonNode? template) => new(TemplateParser.Parse(template, "$"));

    /// <summary>Expands the template.</summary>
    /// <param name="data">The data, which is <c>$root</c> and, at first, <c>$data</c>. It is read, never changed.</param>
    /// <param name="host">What the chat client offers, which is <c>$host</c>; null where nothing is known.</param>
    /// <returns>A tree of its own, without a parent. Null where the template is null or its own condition drops it.</returns>
    /// <exception cref="CardExpansionException">An expression fails with this data.</exception>
    public JsonNode? Expand(JsonNode? data, JsonNode? host = null)
    {
        var scope = new ExpressionScope(Value.From(data), host is null ? Value.Undefined : Value.From(host));
        root.TryExpand(scope, out var result);
        return result;
    }
}
