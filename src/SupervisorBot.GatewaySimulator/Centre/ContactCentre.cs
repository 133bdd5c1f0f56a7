using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;

namespace SupervisorBot.GatewaySimulator;

/// <summary>
/// The simulated contact centre: its agents, inspectors, phones and calls. This is the view and the script for a demo, a test or
/// the admin endpoints; clients of the gateway see it through the HTTPS interface.
/// </summary>
public sealed class ContactCentre
{
    private CallStream? stream;

    internal ContactCentre(SimulatorOptions options, TimeProvider time)
    {
        Floor = new Floor(options, time);
        Control = new CallControl(Floor);
        Inspection = new Inspection(Floor, Control);
        Pushes = new PushLog(options.EventLogCapacity);
        Sender = new PushSender(Floor, Pushes);
        Queues = new CallQueues(Floor, Control);
        Desk = new Desk(Floor, Control, Inspection, Sender);
        foreach (var agent in Floor.Agents.Values.Where(agent => !agent.IsInspector))
        {
            Desk.SitDown(agent);
        }
    }

    /// <summary>Everybody, ordered by work number.</summary>
    public IReadOnlyList<AgentView> Agents
    {
        get
        {
            lock (Floor.Gate)
            {
                return [.. Floor.Agents.Values.Select(View)];
            }
        }
    }

    /// <summary>The live calls, oldest first.</summary>
    public IReadOnlyList<CallView> Calls
    {
        get
        {
            lock (Floor.Gate)
            {
                return [.. Floor.Calls.Values.Select(View).OrderBy(call => call.BeganAt)];
            }
        }
    }

    /// <summary>How many customers wait in skill queues, into which they were transferred.</summary>
    public int QueuedCustomers
    {
        get
        {
            lock (Floor.Gate)
            {
                return Queues.Count;
            }
        }
    }

    /// <summary>The latest events of everybody, in the order they were raised.</summary>
    public IReadOnlyList<EventRecord> Events
    {
        get
        {
            lock (Floor.Gate)
            {
                return Floor.Journal.Snapshot();
            }
        }
    }

    /// <summary>The latest events that were pushed to callbacks, or could not be.</summary>
    public PushLog Pushes { get; }

    internal Floor Floor { get; }

    internal PushSender Sender { get; }

    internal CallControl Control { get; }

    internal CallQueues Queues { get; }

    internal Inspection Inspection { get; }

    internal Desk Desk { get; }

    /// <summary>Finds one agent.</summary>
    /// <param name="workNo">The work number.</param>
    /// <returns>The agent, or <see langword="null"/> if there is none.</returns>
    public AgentView? FindAgent(int workNo)
    {
        lock (Floor.Gate)
        {
            return Floor.Agents.TryGetValue(workNo, out var agent) ? View(agent) : null;
        }
    }

    /// <summary>Connects an agent with a customer.</summary>
    /// <param name="workNo">The agent, idle or with all calls on hold.</param>
    /// <param name="customerNumber">The customer's number.</param>
    /// <param name="direction">Who called whom.</param>
    /// <returns>The call's id.</returns>
    /// <exception cref="InvalidOperationException">There is no such agent, or the agent is not free.</exception>
    public string StartCall(int workNo, string customerNumber, CallDirection direction = CallDirection.Inbound)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(customerNumber);
        lock (Floor.Gate)
        {
            var agent = Floor.Agents.GetValueOrDefault(workNo) ?? throw new InvalidOperationException($"There is no agent {workNo}.");
            var canTalk = agent.State == AgentState.Idle || (agent.State == AgentState.Talking && agent.ActiveCall is null);
            return canTalk
                ? Control.Begin(agent, customerNumber, direction).Id
                : throw new InvalidOperationException($"Agent {workNo} is not free: {agent.State}.");
        }
    }

    /// <summary>The customer hangs up.</summary>
    /// <param name="callId">The call's id.</param>
    /// <returns>False if there is no such call.</returns>
    public bool EndCall(string callId) => WithCall(callId, Control.CustomerHangsUp);

    /// <summary>The talker puts the call on hold.</summary>
    /// <param name="callId">The call's id.</param>
    /// <returns>False if there is no such call or it is on hold already.</returns>
    public bool Hold(string callId) => WithCall(callId, Control.Hold, call => !call.OnHold);

    /// <summary>The talker takes the call back.</summary>
    /// <param name="callId">The call's id.</param>
    /// <returns>False if there is no such call, it is not on hold, or the talker is in another call.</returns>
    public bool TakeBack(string callId) => WithCall(callId, Control.TakeBack, call => call.OnHold && call.Talker.ActiveCall is null);

    /// <summary>An agent or inspector puts the receiver down: their call, or their monitoring, ends (phoneState 2).</summary>
    /// <param name="workNo">The work number.</param>
    /// <returns>False if their phone is not in use.</returns>
    public bool HangUpPhone(int workNo)
    {
        lock (Floor.Gate)
        {
            if (!Floor.Agents.TryGetValue(workNo, out var agent))
            {
                return false;
            }

            if (agent.ActiveCall is { } call)
            {
                Control.TalkerHangsUp(call, PhoneState.AgentHungUp);
                return true;
            }

            if (agent.Monitoring is { } monitoring)
            {
                Inspection.Detach(monitoring, PhoneState.AgentHungUp);
                return true;
            }

            return false;
        }
    }

    /// <summary>Decides whether somebody picks up this phone when it rings. Phones are picked up unless told otherwise.</summary>
    /// <param name="workNo">The work number.</param>
    /// <param name="picksUp">False: it rings until the platform gives up.</param>
    /// <returns>False if there is no such agent.</returns>
    public bool SetPhonePickedUp(int workNo, bool picksUp)
    {
        lock (Floor.Gate)
        {
            if (Floor.Agents.TryGetValue(workNo, out var agent))
            {
                agent.PicksUp = picksUp;
                return true;
            }

            return false;
        }
    }

    /// <summary>Decides how it stands with an agent's password. It need not be changed and never expires unless told otherwise.</summary>
    /// <param name="workNo">The work number.</param>
    /// <param name="state">How it stands from now on.</param>
    /// <returns>False if there is no such agent.</returns>
    public bool SetPasswordState(int workNo, PasswordState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        lock (Floor.Gate)
        {
            if (Floor.Agents.TryGetValue(workNo, out var agent))
            {
                agent.PasswordState = state;
                return true;
            }

            return false;
        }
    }

    /// <summary>Signs an agent or inspector out as an administrator would; a client learns it from 100-006 on the next request.</summary>
    /// <param name="workNo">The work number.</param>
    /// <returns>False if they were not signed in.</returns>
    public bool SignOut(int workNo)
    {
        lock (Floor.Gate)
        {
            if (!Floor.Agents.TryGetValue(workNo, out var agent) || !agent.IsSignedIn)
            {
                return false;
            }

            Desk.SignOut(agent);
            return true;
        }
    }

    /// <summary>An agent who is signed out sits down at the desk, idle.</summary>
    /// <param name="workNo">The work number.</param>
    /// <returns>False if there is no such agent, or they are signed in.</returns>
    public bool SitDown(int workNo)
    {
        lock (Floor.Gate)
        {
            if (Floor.Agents.GetValueOrDefault(workNo) is not { IsSignedIn: false } agent)
            {
                return false;
            }

            Desk.SitDown(agent);
            Floor.Freed?.Invoke(agent);
            return true;
        }
    }

    /// <summary>An agent who is in no call goes idle, busy, into wrap-up or to rest.</summary>
    /// <param name="workNo">The work number.</param>
    /// <param name="state">One of those four.</param>
    /// <returns>False if there is no such agent, or they are in a call, monitor somebody, or are signed out.</returns>
    /// <exception cref="ArgumentOutOfRangeException">It is none of those states.</exception>
    public bool SetState(int workNo, AgentState state)
    {
        var told = state switch
        {
            AgentState.Idle => EventType.Ready,
            AgentState.Busy => EventType.SetNotReady,
            AgentState.WrapUp => EventType.SetWork,
            AgentState.Rest => EventType.SetRest,
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, "No agent is put into this state."),
        };
        lock (Floor.Gate)
        {
            return Floor.Agents.GetValueOrDefault(workNo) is { } agent && Desk.TryEnter(agent, state, told);
        }
    }

    /// <summary>Hires inspectors with work numbers in a row, who may sign in at once.</summary>
    /// <param name="first">The first one's agent id, 101 to 999999.</param>
    /// <param name="count">How many.</param>
    /// <param name="password">Their password; <see langword="null"/> means <see cref="SimulatorOptions.InspectorPassword"/>.</param>
    /// <param name="vcc">Their VCC.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    /// <exception cref="InvalidOperationException">One of the numbers is taken; nobody was hired.</exception>
    public void HireInspectors(int first, int count, string? password = null, int vcc = 1) =>
        Hire(first, count, workNo => Staff.Inspector(workNo, password, vcc, Floor.Options));

    /// <summary>Hires agents with work numbers in a row, who sit at their desks at once.</summary>
    /// <param name="first">The first one's work number, 101 to 999999.</param>
    /// <param name="count">How many.</param>
    /// <param name="vcc">Their VCC.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    /// <exception cref="InvalidOperationException">One of the numbers is taken; nobody was hired.</exception>
    public void HireAgents(int first, int count, int vcc = 1) =>
        Hire(first, count, workNo => Staff.Ordinary(workNo, workNo - first, vcc, Floor.Options));

    /// <summary>Lets calls come and go at a rate, in the place of an earlier traffic. Calls under way go on.</summary>
    /// <param name="traffic">How many, how long, for whom.</param>
    /// <exception cref="ValidationException">A number is out of its range.</exception>
    public void StartTraffic(CallTraffic traffic)
    {
        ArgumentNullException.ThrowIfNull(traffic);
        Validator.ValidateObject(traffic, new ValidationContext(traffic), validateAllProperties: true);
        lock (Floor.Gate)
        {
            stream?.Stop();
            stream = new CallStream(Floor, Control, traffic);
        }
    }

    /// <summary>No calls begin by traffic any more; those under way end in their time.</summary>
    /// <returns>How many calls began, and how many found nobody idle.</returns>
    public (long Begun, long TurnedAway) StopTraffic()
    {
        lock (Floor.Gate)
        {
            var done = (stream?.Begun ?? 0, stream?.TurnedAway ?? 0);
            stream?.Stop();
            stream = null;
            return done;
        }
    }

    /// <summary>Tells an agent's client of an event, without anything having happened.</summary>
    /// <param name="workNo">The work number.</param>
    /// <param name="eventType">The event's name, as the interface spells it.</param>
    /// <param name="content">Its content; a node that has no parent yet.</param>
    /// <returns>False if there is no such agent.</returns>
    public bool Tell(int workNo, string eventType, JsonNode? content = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(eventType);
        lock (Floor.Gate)
        {
            if (Floor.Agents.GetValueOrDefault(workNo) is not { } agent)
            {
                return false;
            }

            Floor.Raise(agent, eventType, content);
            return true;
        }
    }

    /// <summary>All Guids of a client's sign-in lapse at once; the sign-in lives on, and the next poll that is still under way brings a new one.</summary>
    /// <param name="workNo">The work number.</param>
    /// <returns>False if no client signed them in.</returns>
    public bool ExpireGuid(int workNo)
    {
        lock (Floor.Gate)
        {
            if (Floor.Agents.GetValueOrDefault(workNo)?.Session is not { } session)
            {
                return false;
            }

            session.Guids.Expire(Floor.Now);
            return true;
        }
    }

    /// <summary>
    /// Another client signs somebody in by force: the earlier sign-in ends, its Guid is worth nothing any more (000-003). That client stays
    /// signed in without polling until somebody signs the agent in or out again.
    /// </summary>
    /// <param name="workNo">The work number.</param>
    /// <returns>False if there is no such agent.</returns>
    public bool SignInElsewhere(int workNo)
    {
        lock (Floor.Gate)
        {
            if (Floor.Agents.GetValueOrDefault(workNo) is not { } agent)
            {
                return false;
            }

            SignInElsewhere(agent);
            return true;
        }
    }

    internal void SignInElsewhere(Agent agent)
    {
        if (agent.IsSignedIn)
        {
            Desk.SignOut(agent);
        }

        Desk.SignIn(agent, status: 4, hasClient: false);
    }

    /// <summary>Somebody else of the same VCC with nothing to do: idle, or an inspector who is not signed in; under the floor's lock.</summary>
    internal Agent? Somebody(Agent than, bool isInspector, int? workNo) => Floor.Agents.Values.FirstOrDefault(agent =>
        agent != than
        && agent.Vcc == than.Vcc
        && agent.IsInspector == isInspector
        && (workNo is not { } wanted || agent.WorkNo == wanted)
        && (agent.State == AgentState.Idle || (isInspector && !agent.IsSignedIn)));

    /// <summary>One more inspector of a VCC, with the highest number that is free; under the floor's lock.</summary>
    internal Agent Recruit(int vcc)
    {
        var workNo = Enumerable.Range(OperationCall.LowestId, OperationCall.HighestId - OperationCall.LowestId + 1).Reverse().First(free => !Floor.Agents.ContainsKey(free));
        var recruit = Staff.Inspector(workNo, null, vcc, Floor.Options);
        Floor.Agents.Add(workNo, recruit);
        return recruit;
    }

    /// <summary>Lets the contact centre live, if it is to live by itself.</summary>
    internal void Open()
    {
        if (Floor.Options.AutonomousLife)
        {
            lock (Floor.Gate)
            {
                new AutonomousLife(Floor, Control, Desk).Start();
            }
        }
    }

    private static CallView View(Call call) =>
        new(call.Id, call.Talker.WorkNo, call.CustomerNumber, call.Direction, call.BeganAt, call.OnHold, call.Muted, call.TakenFrom);

    private static AgentView View(Agent agent) => new(
        agent.WorkNo,
        agent.Name,
        agent.Group.Name,
        agent.Vcc,
        agent.IsInspector,
        agent.State,
        agent.StateSince,
        agent.Session is not null,
        agent.Session?.IsPolled ?? false,
        [.. agent.Calls.Select(call => call.Id)],
        agent.Monitoring?.Target.WorkNo,
        agent.Monitoring?.Mode,
        agent.Monitoring?.OffHook ?? false);

    private void Hire(int first, int count, Func<int, Agent> hire)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(first, OperationCall.LowestId);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, OperationCall.HighestId + 1 - first);
        lock (Floor.Gate)
        {
            var workNos = Enumerable.Range(first, count).ToArray();
            if (workNos.FirstOrDefault(Floor.Agents.ContainsKey) is var taken and not 0)
            {
                throw new InvalidOperationException($"Agent id {taken} is taken.");
            }

            foreach (var workNo in workNos)
            {
                var agent = hire(workNo);
                agent.Enter(AgentState.SignedOut, Floor.Now);
                Floor.Agents.Add(workNo, agent);
                if (!agent.IsInspector)
                {
                    Desk.SitDown(agent);
                    Floor.Freed?.Invoke(agent);
                }
            }
        }
    }

    private bool WithCall(string callId, Action<Call> act, Func<Call, bool>? condition = null)
    {
        lock (Floor.Gate)
        {
            if (!Floor.Calls.TryGetValue(callId, out var call) || condition?.Invoke(call) == false)
            {
                return false;
            }

            act(call);
            return true;
        }
    }
}
