namespace SupervisorBot.Supervision.Agents;

/// <summary>Who monitors whom, as the nodes last told. What a node has not said again for a while is forgotten: it may have died.</summary>
internal sealed class MonitorBook(TimeProvider time)
{
    private static readonly TimeSpan Memory = TimeSpan.FromSeconds(15);

    private readonly Dictionary<string, (long At, IReadOnlyList<AgentMonitor> Monitors)> _nodes = new(StringComparer.Ordinal);

    public void Put(string node, IReadOnlyList<AgentMonitor> monitors) => _nodes[node] = (time.GetTimestamp(), monitors);

    /// <summary>The monitors of every agent who has any.</summary>
    public ILookup<int, AgentMonitor> Read()
    {
        foreach (var (node, _) in _nodes.Where(entry => time.GetElapsedTime(entry.Value.At) > Memory).ToList())
        {
            _nodes.Remove(node);
        }

        return _nodes.Values.SelectMany(entry => entry.Monitors).OrderBy(monitor => monitor.AgentId).ToLookup(monitor => monitor.WorkNo);
    }
}
