namespace SupervisorBot.GatewaySimulator;

/// <summary>
/// The gateway's disaster switch-over: for a time, requests are answered with one of the codes 105-001 (agent not cached), 105-002 (recovering),
/// 105-003 (recovered) and 105-004 (queueing) (cec_07_0580), open polls included. The clock of silence goes on meanwhile (cec_07_1274).
/// Safe to use from any thread.
/// </summary>
public sealed class SwitchOver
{
    /// <summary>The code for a gateway that is recovering.</summary>
    public const string Recovering = "105-002";

    private readonly Floor floor;
    private readonly List<Phase> phases = [];

    internal SwitchOver(Floor floor) => this.floor = floor;

    /// <summary>Begins a phase of it. Of several phases the one begun first counts.</summary>
    /// <param name="retCode">The code that requests are answered with.</param>
    /// <param name="duration">How long, by the simulator's clock; <see cref="Timeout.InfiniteTimeSpan"/> until <see cref="End"/>.</param>
    /// <param name="agentId">Only for this agent; the whole gateway where it is <see langword="null"/>.</param>
    public void Begin(string retCode, TimeSpan duration, int? agentId = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(retCode);
        lock (floor.Gate)
        {
            Begin(retCode, duration, id => agentId is null || agentId == id);
        }
    }

    /// <summary>Ends every phase at once.</summary>
    public void End()
    {
        lock (floor.Gate)
        {
            phases.Clear();
        }
    }

    /// <summary>Begins a phase for the agents of whom the condition holds now; under the floor's lock.</summary>
    internal void Begin(string retCode, TimeSpan duration, Func<int, bool> concerns)
    {
        phases.Add(new Phase(retCode, duration == Timeout.InfiniteTimeSpan ? DateTimeOffset.MaxValue : floor.Now + duration, concerns));
        foreach (var agent in floor.Agents.Values)
        {
            agent.Session?.Wake();
        }
    }

    /// <summary>The code for an agent's requests now, if any; under the floor's lock.</summary>
    internal string? Refusal(int agentId)
    {
        if (phases.Count == 0)
        {
            return null;
        }

        phases.RemoveAll(phase => phase.Until <= floor.Now);
        return phases.Find(phase => phase.Concerns(agentId))?.RetCode;
    }

    private sealed record Phase(string RetCode, DateTimeOffset Until, Func<int, bool> Concerns);
}
