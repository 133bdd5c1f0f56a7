using System.Collections.Frozen;

namespace SupervisorBot.Chat.Templating.Expressions;

/// <summary>The functions and operators that a template may use: those of Adaptive Expressions that cards need.</summary>
internal static class FunctionTable
{
    private static readonly FrozenDictionary<string, FunctionDefinition> Functions = Collect();

    /// <summary>The function that joins the parts of a bound text.</summary>
    public static FunctionDefinition Concat => TextFunctions.Concat;

    /// <summary>The function behind <c>[a, b]</c>.</summary>
    public static FunctionDefinition CreateArray => ListFunctions.CreateArray;

    /// <summary>Finds a function by its name, which is case-sensitive, or an operator by its symbol.</summary>
    public static FunctionDefinition? Find(string name) => Functions.GetValueOrDefault(name);

    private static FrozenDictionary<string, FunctionDefinition> Collect()
    {
        var functions = new Dictionary<string, FunctionDefinition>(StringComparer.Ordinal);
        foreach (var function in (IEnumerable<FunctionDefinition>)
            [.. LogicFunctions.All, .. ComparisonFunctions.All, .. NumberFunctions.All, .. TextFunctions.All, .. ListFunctions.All])
        {
            functions.Add(function.Name, function);
        }

        foreach (var (alias, name) in Aliases)
        {
            functions.Add(alias, functions[name]);
        }

        return functions.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static IEnumerable<(string Alias, string Name)> Aliases =>
    [
        ("add", "+"), ("sub", "-"), ("mul", "*"), ("div", "/"), ("mod", "%"), ("exp", "^"),
        ("and", "&&"), ("or", "||"), ("not", "!"),
        ("equals", "=="), ("less", "<"), ("lessOrEquals", "<="), ("greater", ">"), ("greaterOrEquals", ">="),
        ("&", "concat"), ("??", "coalesce"),
    ];
}
