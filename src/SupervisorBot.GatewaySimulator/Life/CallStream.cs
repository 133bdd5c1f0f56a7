using System.Globalization;

namespace SupervisorBot.GatewaySimulator;

/// <summary>Makes the calls of a <see cref="CallTraffic"/>, one timer for all of them but their ends. Touched only under the floor's lock.</summary>
internal sealed class CallStream
{
    /// <summary>Calls that are due within this time begin together.</summary>
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(20);

    private readonly Floor floor;
    private readonly CallControl calls;
    private readonly CallTraffic traffic;
    private readonly Agent[] agents;
    private readonly DateTimeOffset began;
    private IDisposable? nextBeat;
    private int turn;
    private long due;
    private bool isOver;

    public CallStream(Floor floor, CallControl calls, CallTraffic traffic)
    {
        this.floor = floor;
        this.calls = calls;
        this.traffic = traffic;
        agents = [.. floor.Agents.Values.Where(agent => !agent.IsInspector && agent.WorkNo >= traffic.FirstWorkNo && agent.WorkNo <= traffic.LastWorkNo)];
        began = floor.Now;
        PlanBeat();
    }

    public long Begun { get; private set; }

    public long TurnedAway { get; private set; }

    public void Stop()
    {
        isOver = true;
        nextBeat?.Dispose();
    }

    private void PlanBeat()
    {
        var interval = TimeSpan.FromSeconds(1 / traffic.CallsPerSecond);
        nextBeat = floor.After(interval > Beat ? interval : Beat, Strike);
    }

    private void Strike()
    {
        if (isOver)
        {
            return;
        }

        var until = (long)((floor.Now - began).TotalSeconds * traffic.CallsPerSecond);
        for (; due < until; due++)
        {
            if (NextIdle() is { } agent)
            {
                Begin(agent);
            }
            else
            {
                TurnedAway++;
            }
        }

        PlanBeat();
    }

    private Agent? NextIdle()
    {
        for (var tried = 0; tried < agents.Length; tried++)
        {
            var agent = agents[turn++ % agents.Length];
            turn %= agents.Length;
            if (agent.State == AgentState.Idle)
            {
                return agent;
            }
        }

        return null;
    }

    private void Begin(Agent agent)
    {
        // A range of numbers that a regulator keeps for fiction.
        var customer = string.Create(CultureInfo.InvariantCulture, $"447700900{Begun++ % 1000:D3}");
        var call = calls.Begin(agent, customer, CallDirection.Inbound);
        floor.After(TimeSpan.FromMilliseconds(traffic.CallMilliseconds), () =>
        {
            if (floor.Calls.GetValueOrDefault(call.Id) == call)
            {
                calls.CustomerHangsUp(call);
            }
        });
    }
}
