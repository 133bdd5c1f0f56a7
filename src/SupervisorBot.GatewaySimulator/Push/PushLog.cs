namespace SupervisorBot.GatewaySimulator;

/// <summary>The latest pushes, in the order in which they ended. Safe to use from any thread.</summary>
public sealed class PushLog
{
    private readonly Lock gate = new();
    private readonly int capacity;
    private readonly Queue<PushRecord> latest = new();

    internal PushLog(int capacity) => this.capacity = capacity;

    /// <summary>The pushes so far, <see cref="SimulatorOptions.EventLogCapacity"/> at most.</summary>
    /// <param name="agentId">Only this agent's.</param>
    /// <returns>The records in order.</returns>
    public IReadOnlyList<PushRecord> Snapshot(int? agentId = null)
    {
        lock (gate)
        {
            return [.. latest.Where(push => agentId is null || push.AgentId == agentId)];
        }
    }

    internal void Add(PushRecord push)
    {
        lock (gate)
        {
            latest.Enqueue(push);
            if (latest.Count > capacity)
            {
                latest.Dequeue();
            }
        }
    }
}
