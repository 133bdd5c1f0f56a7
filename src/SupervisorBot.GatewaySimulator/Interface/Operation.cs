namespace SupervisorBot.GatewaySimulator;

/// <summary>One operation of the interface: its name in the gateway's logs, its method, its path and what it does under the floor's lock.</summary>
internal sealed record Operation(string LogName, string Method, string Template, Func<OperationCall, Answer> Act)
{
    public string[] Segments { get; } = Template.Split('/');

    /// <summary>Sign-ins need no Guid; everything else does.</summary>
    public bool NeedsSignIn { get; init; } = true;

    /// <summary>Whether the work number must not be the caller's own (000-005, cec_07_0580).</summary>
    public bool InspectsAnother { get; init; }

    /// <summary>Whether it is the long poll, which waits outside the lock.</summary>
    public bool IsPoll { get; init; }

    /// <summary>The values of the path's parameters, or <see langword="null"/> if the path is another.</summary>
    public Dictionary<string, string>? Match(IReadOnlyList<string> path)
    {
        if (path.Count != Segments.Length)
        {
            return null;
        }

        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < path.Count; i++)
        {
            if (Segments[i] is ['{', .. var name, '}'])
            {
                values[name] = path[i];
            }
            else if (!string.Equals(Segments[i], path[i], StringComparison.Ordinal))
            {
                return null;
            }
        }

        return values;
    }
}
