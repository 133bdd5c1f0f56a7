namespace SupervisorBot.GatewaySimulator;

/// <summary>Finds the operation for a method and a path; words in a path come before parameters.</summary>
internal sealed class OperationTable(IEnumerable<Operation> operations)
{
    private readonly Operation[] operations = [.. operations.OrderBy(Specificity, StringComparer.Ordinal)];

    /// <summary>The operation and its route values; or the methods that the path allows; or neither.</summary>
    public (Operation? Operation, Dictionary<string, string> Route, IReadOnlyList<string> Allowed) Find(string method, IReadOnlyList<string> path)
    {
        List<string> allowed = [];
        Operation? namesake = null;
        Dictionary<string, string> namesakeRoute = [];
        foreach (var operation in operations)
        {
            if (operation.Match(path) is not { } route)
            {
                continue;
            }

            if (string.Equals(operation.Method, method, StringComparison.OrdinalIgnoreCase))
            {
                return (operation, route, []);
            }

            namesakeRoute = namesake is null ? route : namesakeRoute;
            namesake ??= operation;
            allowed.Add(operation.Method);
        }

        return (namesake, namesakeRoute, [.. allowed.Distinct()]);
    }

    // Words sort before parameters: '0' before '1', segment by segment.
    private static string Specificity(Operation operation) =>
        string.Concat(operation.Segments.Select(segment => segment.StartsWith('{') ? '1' : '0'));
}
