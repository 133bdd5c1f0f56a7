namespace SupervisorBot.GatewaySimulator;

/// <summary>The customers who were transferred to a skill queue and wait there for its next idle agent, the first to come first. Touched only under the floor's lock.</summary>
internal sealed class CallQueues
{
    private readonly Floor floor;
    private readonly CallControl calls;
    private readonly List<Waiting> waiting = [];

    public CallQueues(Floor floor, CallControl calls)
    {
        this.floor = floor;
        this.calls = calls;
        floor.Freed += ServeNext;
    }

    /// <summary>How many customers wait.</summary>
    public int Count => waiting.Count;

    /// <summary>Somebody of the queue who can take a call now, or <see langword="null"/>.</summary>
    public Agent? FindIdle(int vcc, int skillId) =>
        floor.Agents.Values.FirstOrDefault(agent => agent.Vcc == vcc && agent.Group.SkillId == skillId && agent is { IsInspector: false, State: AgentState.Idle });

    /// <summary>A customer joins the end of a queue.</summary>
    public void Add(int vcc, int skillId, Call call) => waiting.Add(new Waiting(vcc, skillId, call.Id, call.CustomerNumber, call.Direction));

    private void ServeNext(Agent agent)
    {
        if (agent.State == AgentState.Idle && waiting.Find(next => next.Vcc == agent.Vcc && next.SkillId == agent.Group.SkillId) is { } next)
        {
            waiting.Remove(next);
            calls.Begin(agent, next.CustomerNumber, next.Direction, callId: next.CallId);
        }
    }

    private sealed record Waiting(int Vcc, int SkillId, string CallId, string CustomerNumber, CallDirection Direction);
}
