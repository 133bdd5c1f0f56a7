using System.Diagnostics;

namespace SupervisorBot.GatewaySimulator;

/// <summary>One client's sign-in of one agent: its Guids, its waiting events, its poll. Touched only under the floor's lock.</summary>
internal sealed class Session(Agent agent, GuidRing guids, string nodeName)
{
    private readonly Queue<EventRecord> waiting = new();
    private TaskCompletionSource? arrival;

    public Agent Agent { get; } = agent;

    public GuidRing Guids { get; } = guids;

    /// <summary>The node that holds it.</summary>
    public string NodeName { get; private set; } = nodeName;

    /// <summary>Whether a poll is under way.</summary>
    public bool IsPolled { get; set; }

    /// <summary>Until when that poll waits.</summary>
    public DateTimeOffset PollDeadline { get; set; }

    /// <summary>The sign-out for want of a poll that is to come.</summary>
    public IDisposable? SilenceLimit { get; set; }

    /// <summary>False for a sign-in that stands for another client: nobody polls for it, and nobody expects that.</summary>
    public bool HasClient { get; init; } = true;

    public bool IsEnded { get; private set; }

    /// <summary>What carries the events to a callback; null where they are polled.</summary>
    public PushDelivery? Push { get; set; }

    public void Enqueue(EventRecord record)
    {
        waiting.Enqueue(record);
        Wake();
        Push?.Kick();
    }

    public EventRecord? TryTake()
    {
        if (!waiting.TryDequeue(out var record))
        {
            return null;
        }

        record.DeliveredTimestamp = Stopwatch.GetTimestamp();
        return record;
    }

    /// <summary>Completes with the next event or the session's end.</summary>
    public Task NextArrival()
    {
        arrival ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return arrival.Task;
    }

    public void End()
    {
        IsEnded = true;
        SilenceLimit?.Dispose();
        Wake();
    }

    /// <summary>Another node holds it from now on: Guids made from now on carry that node's name.</summary>
    public void MoveTo(string nodeName)
    {
        NodeName = nodeName;
        Guids.NodeName = nodeName;
    }

    /// <summary>Lets a waiting poll look again.</summary>
    public void Wake()
    {
        arrival?.TrySetResult();
        arrival = null;
    }
}
