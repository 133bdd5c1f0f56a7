namespace SupervisorBot.Chat.Templating.Expressions;

/// <summary>The data that an expression sees at its place in the template. One for each expansion, never shared.</summary>
internal sealed class ExpressionScope(Value root, Value host)
{
    public Value Root { get; } = root;

    public Value Host { get; } = host;

    public Value Data { get; set; } = root;

    public Value Index { get; set; }

    /// <summary>Reads a path such as "$root.calls[0].id" or "name", which means "$data.name".</summary>
    public Value Read(PropertyPath path)
    {
        var segments = path.Segments;
        var reserved = path.Text[0] == '$';
        var value = reserved ? Reserved(segments[0]) : Data;
        for (var i = reserved ? 1 : 0; i < segments.Length; i++)
        {
            if (!ValueAccess.TryStep(value, segments[i], out value))
            {
                return Value.Undefined;
            }
        }

        return value;
    }

    private Value Reserved(string name)
    {
        if (name.Equals("$data", StringComparison.OrdinalIgnoreCase))
        {
            return Data;
        }

        if (name.Equals("$root", StringComparison.OrdinalIgnoreCase))
        {
            return Root;
        }

        if (name.Equals("$index", StringComparison.OrdinalIgnoreCase))
        {
            return Index;
        }

        return name.Equals("$host", StringComparison.OrdinalIgnoreCase) ? Host : Value.Undefined;
    }
}
