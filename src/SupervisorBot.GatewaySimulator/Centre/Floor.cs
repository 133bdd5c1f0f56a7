using System.Text.Json.Nodes;

namespace SupervisorBot.GatewaySimulator;

/// <summary>
/// The room everything happens in: who is there, which calls are live, what time it is, and the lock. Whoever reads or changes
/// an agent, a call or a session holds <see cref="Gate"/>; what is planned with <see cref="After"/> runs under it as well.
/// </summary>
internal sealed class Floor : IDisposable
{
    private readonly HashSet<ITimer> planned = [];
    private long callSequence = 1000;
    private readonly CancellationTokenSource closing = new();
    private bool closed;

    public Floor(SimulatorOptions options, TimeProvider time)
    {
        Options = options;
        Time = time;
        Journal = new EventJournal(options.EventLogCapacity);
        SwitchOver = new SwitchOver(this);
        Polls = new PollLog(options.PollHistory, time);
        foreach (var agent in Staff.Hire(options))
        {
            agent.Enter(AgentState.SignedOut, Now);
            if (!Agents.TryAdd(agent.WorkNo, agent))
            {
                throw new ArgumentException($"Agent id {agent.WorkNo} is given twice.", nameof(options));
            }
        }
    }

    public Lock Gate { get; } = new();

    public SimulatorOptions Options { get; }

    public TimeProvider Time { get; }

    public DateTimeOffset Now => Time.GetUtcNow();

    public EventJournal Journal { get; }

    public SwitchOver SwitchOver { get; }

    public PollLog Polls { get; }

    /// <summary>Ends when the simulator does: for work that does not depend on its client.</summary>
    public CancellationToken Closing => closing.Token;

    public SortedDictionary<int, Agent> Agents { get; } = [];

    /// <summary>The sign-ins that are told of agents' sign-ins and sign-outs.</summary>
    public HashSet<Session> Observers { get; } = [];

    public Dictionary<string, Call> Calls { get; } = new(StringComparer.Ordinal);

    /// <summary>Told when an agent has nothing to do any more.</summary>
    public Action<Agent>? Freed { get; set; }

    /// <summary>Told when a call begins or changes hands, so that its customer can plan when to hang up.</summary>
    public Action<Call>? Begun { get; set; }

    /// <summary>Whether a node of this name is up; told by the nodes themselves.</summary>
    public Func<string, bool> IsUp { get; set; } = _ => true;

    /// <summary>Whether any node is up; told by the nodes themselves.</summary>
    public Func<bool> IsAnyNodeUp { get; set; } = () => true;

    /// <summary>Seconds of the call's beginning and a running number, as in the documents' samples.</summary>
    public string NextCallId(DateTimeOffset beganAt) => $"{beganAt.ToUnixTimeSeconds()}-{++callSequence}";

    /// <summary>Records an event and queues it for the agent, if a client of theirs polls.</summary>
    public void Raise(Agent agent, string eventType, JsonNode? content = null)
    {
        var raised = Journal.Add(agent.WorkNo, eventType, content, Now);
        agent.Session?.Enqueue(raised);
    }

    /// <summary>Tells inspectors who asked for it that an agent signed in or out (QC_AgentState_Notify).</summary>
    public void TellObservers(Agent agent, bool signedIn)
    {
        foreach (var observer in Observers.Select(session => session.Agent))
        {
            if (observer.Vcc == agent.Vcc && observer != agent && (!agent.IsInspector || Options.InspectInspectors))
            {
                Raise(observer, EventType.QcAgentStateNotify, EventContent.SignInNotice(agent, signedIn));
            }
        }
    }

    /// <summary>Runs <paramref name="action"/> under the lock after a delay; at once for a delay of zero.</summary>
    public IDisposable? After(TimeSpan delay, Action action)
    {
        if (delay <= TimeSpan.Zero)
        {
            action();
            return null;
        }

        if (closed)
        {
            return null;
        }

        ITimer? timer = null;
        // Started only once `timer` is set: a due timer could otherwise run before it knows itself.
        timer = Time.CreateTimer(_ => Run(timer!, action), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        planned.Add(timer);
        timer.Change(delay, Timeout.InfiniteTimeSpan);
        return new Planned(this, timer);
    }

    public void Dispose()
    {
        closing.Cancel();
        lock (Gate)
        {
            closed = true;
            foreach (var timer in planned)
            {
                timer.Dispose();
            }

            planned.Clear();
        }
    }

    private void Run(ITimer timer, Action action)
    {
        lock (Gate)
        {
            // A cancelled plan may be waiting for the lock already.
            if (!closed && planned.Remove(timer))
            {
                timer.Dispose();
                action();
            }
        }
    }

    private sealed class Planned(Floor floor, ITimer timer) : IDisposable
    {
        public void Dispose()
        {
            lock (floor.Gate)
            {
                if (floor.planned.Remove(timer))
                {
                    timer.Dispose();
                }
            }
        }
    }
}
