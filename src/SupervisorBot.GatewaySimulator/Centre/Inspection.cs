namespace SupervisorBot.GatewaySimulator;

/// <summary>Attaches inspectors to agents, detaches them, and lets one of them take the call.</summary>
internal sealed class Inspection
{
    private readonly Floor floor;
    private readonly CallControl calls;

    public Inspection(Floor floor, CallControl calls)
    {
        this.floor = floor;
        this.calls = calls;
        calls.CallLost = EndMonitoringWithCall;
    }

    /// <summary>Whether <paramref name="inspector"/> may inspect that agent at all: the right, the VCC, and inspectors among themselves.</summary>
    public bool HasRight(Agent inspector, Agent? target) =>
        inspector.IsInspector
        && target is not null
        && target.Vcc == inspector.Vcc
        && (!target.IsInspector || floor.Options.InspectInspectors);

    /// <summary>Rings the inspector's phone; the monitoring stands once it is picked up (DEV-1441).</summary>
    public void Attach(Agent inspector, Agent target, MonitoringMode mode, bool picksUp)
    {
        var monitoring = new Monitoring(inspector, target, mode);
        inspector.Monitoring = monitoring;
        target.Monitors.Add(monitoring);
        inspector.Enter(AgentState.Reserved, floor.Now);
        floor.Raise(inspector, EventType.Busy);
        floor.Raise(inspector, EventType.PhoneAlerting);
        monitoring.Phone = picksUp && inspector.PicksUp
            ? floor.After(floor.Options.PhonePickupDelay, () => PickUp(monitoring))
            : floor.After(floor.Options.PhoneRingTimeout, () => Detach(monitoring));
    }

    public void ChangeMode(Monitoring monitoring, MonitoringMode mode)
    {
        monitoring.Mode = mode;
        floor.Raise(monitoring.Target, EventType.BeQcStart, EventContent.QualityControl(monitoring));
    }

    /// <summary>Ends a monitoring leg; the events are those that the documents list for cancelling (cec_07_2404).</summary>
    public void Detach(Monitoring monitoring, int phoneState = PhoneState.PlatformHungUp)
    {
        Forget(monitoring);
        var inspector = monitoring.Inspector;
        floor.Raise(inspector, EventType.PhoneRelease, EventContent.PhoneRelease(phoneState));
        inspector.Enter(AgentState.Idle, floor.Now);
        floor.Raise(inspector, EventType.Ready);
        if (monitoring.OffHook)
        {
            floor.Raise(monitoring.Target, EventType.BeQcStop, EventContent.QualityControl(monitoring));
        }
    }

    /// <summary>
    /// The inspector takes the call over: the agent's talk is cut and the agent goes idle, other inspectors on that agent lose their
    /// legs, and the inspector talks with the customer.
    /// </summary>
    public void Intercept(Monitoring monitoring, Call call, bool talkingEvent)
    {
        var target = monitoring.Target;
        Forget(monitoring);
        calls.HandOver(call, monitoring.Inspector);
        EndMonitoringWithCall(target);
        if (talkingEvent)
        {
            floor.After(floor.Options.TalkingDelay, () => BeginTalking(call, monitoring.Inspector));
        }
    }

    /// <summary>An inspector of whom no client knows takes the call, as if after a monitoring of their own.</summary>
    public void Seize(Call call, Agent inspector)
    {
        var target = call.Talker;
        calls.HandOver(call, inspector);
        EndMonitoringWithCall(target);
        BeginTalking(call, inspector);
    }

    private void BeginTalking(Call call, Agent inspector)
    {
        // The customer may have hung up, or the inspector put the call on hold, in between.
        if (floor.Calls.ContainsKey(call.Id) && call.Talker == inspector && !call.OnHold)
        {
            calls.RaiseTalking(call);
            calls.StartRecording(call);
        }
    }

    private void PickUp(Monitoring monitoring)
    {
        monitoring.OffHook = true;
        monitoring.Inspector.Enter(AgentState.Occupied, floor.Now);
        floor.Raise(monitoring.Inspector, EventType.PhoneOffhook, EventContent.PhoneOffhook());
        floor.Raise(monitoring.Target, EventType.BeQcStart, EventContent.QualityControl(monitoring));
    }

    private void EndMonitoringWithCall(Agent target)
    {
        if (floor.Options.KeepMonitoringAfterCall || target.Calls.Count > 0)
        {
            return;
        }

        foreach (var monitoring in target.Monitors.ToArray())
        {
            Detach(monitoring);
        }
    }

    private static void Forget(Monitoring monitoring)
    {
        monitoring.Phone?.Dispose();
        monitoring.Inspector.Monitoring = null;
        monitoring.Target.Monitors.Remove(monitoring);
    }
}
