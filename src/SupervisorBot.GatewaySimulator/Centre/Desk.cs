namespace SupervisorBot.GatewaySimulator;

/// <summary>Signs agents in and out and changes their states.</summary>
internal sealed class Desk(Floor floor, CallControl calls, Inspection inspection, PushSender sender)
{
    private int signIns;

    /// <summary>The simulator itself puts an agent at the desk; no client polls for them.</summary>
    public void SitDown(Agent agent)
    {
        agent.LoginTime = floor.Now;
        agent.AutoEnterIdle = true;
        agent.AutoAnswer = true;
        agent.Enter(AgentState.Idle, floor.Now);
        floor.TellObservers(agent, signedIn: true);
    }

    /// <summary>A client signs the agent in, in one of the states 3 (busy), 4 (idle) and 5 (wrap-up).</summary>
    public Session SignIn(Agent agent, int status, GatewayNode? node = null, PushTarget? push = null, bool hasClient = true, bool observes = false)
    {
        var name = NameOf(node);
        var session = new Session(agent, new GuidRing(floor.Options, name, floor.Now), name) { HasClient = hasClient };
        session.Push = push is null ? null : new PushDelivery(session, push, sender, floor);
        agent.Session = session;
        agent.LoginTime = floor.Now;
        floor.Raise(agent, EventType.InService);
        agent.Enter(AgentState.Idle, floor.Now);
        floor.Raise(agent, EventType.Ready);
        if (status == 3)
        {
            agent.Enter(AgentState.Busy, floor.Now);
            floor.Raise(agent, EventType.SetNotReady);
        }
        else if (status == 5)
        {
            agent.Enter(AgentState.WrapUp, floor.Now);
            floor.Raise(agent, EventType.Work);
        }

        if (hasClient)
        {
            floor.Polls.SignedIn(agent.WorkNo);
            ExpectPoll(session);
        }

        floor.TellObservers(agent, signedIn: true);
        if (observes)
        {
            floor.Observers.Add(session);
        }

        return session;
    }

    /// <summary>Signs the agent out whatever they do; their calls and their monitoring end (cec_07_0353).</summary>
    public void SignOut(Agent agent, bool isForSilence = false)
    {
        if (agent.Monitoring is { } own)
        {
            inspection.Detach(own);
        }

        foreach (var call in agent.Calls.ToArray())
        {
            calls.TalkerHangsUp(call, PhoneState.PlatformHungUp);
        }

        foreach (var monitoring in agent.Monitors.ToArray())
        {
            inspection.Detach(monitoring);
        }

        if (agent.Session is { } session)
        {
            session.End();
            floor.Observers.Remove(session);
            agent.Session = null;
            if (session.HasClient)
            {
                floor.Polls.SignedOut(agent.WorkNo, isForSilence);
            }
        }

        var wasSignedIn = agent.IsSignedIn;
        agent.Forced = null;
        agent.Enter(AgentState.SignedOut, floor.Now);
        floor.Freed?.Invoke(agent);
        if (wasSignedIn)
        {
            floor.TellObservers(agent, signedIn: false);
        }
    }

    /// <summary>From now on the silence counts: without a poll, or a handshake in push mode, in time the agent is signed out (cec_07_1202, cec_07_1204).</summary>
    public void ExpectPoll(Session session)
    {
        session.SilenceLimit?.Dispose();
        session.SilenceLimit = session.IsEnded ? null : floor.After(floor.Options.SignOutAfterNoPoll, () => SignOut(session.Agent, isForSilence: true));
    }

    /// <summary>The node that received the sign-in; with one address before several nodes, the next in turn.</summary>
    private string NameOf(GatewayNode? node)
    {
        var names = floor.Options.NodeNames;
        return node is not null && floor.Options.SecondPort is not null ? node.Name
            : names.Count == 0 ? GatewayNode.UsualName(0)
            : names[signIns++ % names.Count];
    }

    /// <summary>Ends a rest when its time is up, unless it has ended before.</summary>
    public static void RestFor(Floor floor, Agent agent, TimeSpan time)
    {
        var since = agent.StateSince;
        floor.After(time, () =>
        {
            if (agent.State == AgentState.Rest && agent.StateSince == since)
            {
                floor.Raise(agent, EventType.RestTimeout);
            }
        });
    }

    /// <summary>Changes the state of an agent who is in no call and monitors nobody.</summary>
    public bool TryEnter(Agent agent, AgentState state, string eventType)
    {
        if (AgentStateCodes.IsWorking(agent.State) || !agent.IsSignedIn)
        {
            return false;
        }

        agent.Enter(state, floor.Now);
        floor.Raise(agent, eventType);
        if (state == AgentState.Idle)
        {
            floor.Freed?.Invoke(agent);
        }

        return true;
    }

    /// <summary>Forces a state upon an agent: at once, or, upon one in a call, when the call ends.</summary>
    public bool TryForce(Agent agent, ForcedState forced)
    {
        if (agent.Calls.Count > 0 && floor.Options.ForceWaitsForCall)
        {
            agent.Forced = forced;
            return true;
        }

        if (!TryEnter(agent, forced.State, forced.EventType))
        {
            return false;
        }

        if (forced.RestFor is { } time)
        {
            RestFor(floor, agent, time);
        }

        return true;
    }
}
