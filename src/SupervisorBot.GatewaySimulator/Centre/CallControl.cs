namespace SupervisorBot.GatewaySimulator;

/// <summary>Begins, holds, hands over and ends calls, and tells the talkers.</summary>
internal sealed class CallControl(Floor floor)
{
    private long recordings;

    /// <summary>Told when a talker has lost a call, so that monitoring legs can end with it.</summary>
    public Action<Agent>? CallLost { get; set; }

    /// <summary>An idle agent, or one whose calls are all on hold, is connected with a customer.</summary>
    public Call Begin(Agent agent, string customerNumber, CallDirection direction, DateTimeOffset? beganAt = null, string? callId = null)
    {
        var began = beganAt ?? floor.Now;
        var call = new Call(callId ?? floor.NextCallId(began), agent, customerNumber, direction, began);
        floor.Calls.Add(call.Id, call);
        agent.Calls.Insert(0, call);
        var wasFree = agent.State != AgentState.Talking;
        agent.Enter(AgentState.Talking, began);
        if (wasFree)
        {
            floor.Raise(agent, EventType.Busy);
        }

        if (direction == CallDirection.Inbound)
        {
            floor.Raise(agent, agent.AutoAnswer ? EventType.AutoAnswer : EventType.Ringing, EventContent.Ringing(call));
        }

        if (wasFree)
        {
            floor.Raise(agent, EventType.PhoneAlerting);
            floor.Raise(agent, EventType.PhoneOffhook, EventContent.PhoneOffhook());
        }

        RaiseTalking(call);
        StartRecording(call);
        floor.Begun?.Invoke(call);
        return call;
    }

    public void RaiseTalking(Call call) => floor.Raise(call.Talker, EventType.Talking, EventContent.Talking(call));

    public void StartRecording(Call call)
    {
        if (floor.Options.RecordCalls)
        {
            call.Recording = (++recordings, floor.Now);
            floor.Raise(call.Talker, EventType.Record, EventContent.Record(call, recordings, floor.Now));
        }
    }

    public void Hold(Call call)
    {
        call.OnHold = true;
        call.Talker.Calls.Remove(call);
        call.Talker.Calls.Add(call);
        floor.Raise(call.Talker, EventType.Hold, call.Id);
    }

    public void TakeBack(Call call)
    {
        call.OnHold = false;
        call.Talker.Calls.Remove(call);
        call.Talker.Calls.Insert(0, call);
        RaiseTalking(call);
    }

    /// <summary>The customer hangs up.</summary>
    public void CustomerHangsUp(Call call)
    {
        var talker = Remove(call);
        floor.Raise(talker, EventType.CustomerRelease, EventContent.CustomerRelease(call.Id, call.CustomerNumber));
        floor.Raise(talker, EventType.CallRelease, call.Id);
        AfterCall(talker, PhoneState.PlatformHungUp, call);
    }

    /// <summary>The talker's side ends the call: through the interface, by hanging up the phone, or because they are signed out.</summary>
    public void TalkerHangsUp(Call call, int phoneState)
    {
        var talker = Remove(call);
        floor.Raise(talker, EventType.CallRelease, call.Id);
        floor.Raise(talker, EventType.CustomerRelease, EventContent.CustomerRelease(call.Id, call.CustomerNumber));
        AfterCall(talker, phoneState, call);
    }

    /// <summary>The call leaves its talker, with its id, for another agent of the centre, or for somewhere outside it.</summary>
    public void TransferAway(Call call, Agent? receiver)
    {
        var talker = Remove(call);
        floor.Raise(talker, EventType.CallRelease, call.Id);
        AfterCall(talker, PhoneState.PlatformHungUp, call);
        if (receiver is not null)
        {
            Begin(receiver, call.CustomerNumber, call.Direction, callId: call.Id);
        }
    }

    /// <summary>Takes a call from its agent, who goes idle, and gives it to an inspector. AgentEvent_Talking is not raised here.</summary>
    public void HandOver(Call call, Agent inspector)
    {
        var agent = call.Talker;
        agent.Calls.Remove(call);
        var oldId = call.Id;
        RaiseTakenFrom(agent, oldId, call.CustomerNumber);
        if (floor.Options.NewCallIdAfterIntercept)
        {
            floor.Calls.Remove(oldId);
            call.Id = floor.NextCallId(floor.Now);
            floor.Calls.Add(call.Id, call);
        }

        call.TakenFrom = agent.WorkNo;
        call.Talker = inspector;
        call.Muted = false;
        call.OnHold = false;
        call.Recording = null;
        inspector.Calls.Insert(0, call);
        inspector.Enter(AgentState.Talking, floor.Now);
        floor.Begun?.Invoke(call);
    }

    private void RaiseTakenFrom(Agent agent, string callId, string customerNumber)
    {
        // The order in which the development guide lists what the inspected agent receives (DEV-1442).
        var isFree = agent.Calls.Count == 0;
        if (isFree)
        {
            EnterAfterCall(agent, AgentState.Idle, EventType.Ready);
            floor.Raise(agent, EventType.PhoneRelease, EventContent.PhoneRelease(PhoneState.PlatformHungUp));
        }

        floor.Raise(agent, EventType.CallRelease, callId);
        floor.Raise(agent, EventType.CustomerRelease, EventContent.CustomerRelease(callId, customerNumber));
        if (isFree)
        {
            floor.Freed?.Invoke(agent);
        }
    }

    /// <summary>What was forced upon an agent during the call counts now.</summary>
    private void EnterAfterCall(Agent agent, AgentState state, string eventType)
    {
        var forced = agent.Forced;
        agent.Forced = null;
        agent.Enter(forced?.State ?? state, floor.Now);
        floor.Raise(agent, forced?.EventType ?? eventType);
        if (forced?.RestFor is { } rest)
        {
            Desk.RestFor(floor, agent, rest);
        }
    }

    private Agent Remove(Call call)
    {
        call.Plan?.Dispose();
        floor.Calls.Remove(call.Id);
        call.Talker.Calls.Remove(call);
        call.Talker.LastCall = call;
        return call.Talker;
    }

    private void AfterCall(Agent talker, int phoneState, Call ended)
    {
        var isFree = talker.Calls.Count == 0;
        if (isFree)
        {
            floor.Raise(talker, EventType.PhoneRelease, EventContent.PhoneRelease(phoneState));
            EnterAfterCall(
                talker, talker.AutoEnterIdle ? AgentState.Idle : AgentState.WrapUp, talker.AutoEnterIdle ? EventType.Ready : EventType.Work);
        }

        if (ended.Recording is { } recording)
        {
            floor.Raise(talker, EventType.StopRecordDone, EventContent.StopRecordDone(recording.TaskId, recording.Since, floor.Now));
        }

        CallLost?.Invoke(talker);
        if (isFree)
        {
            floor.Freed?.Invoke(talker);
        }
    }
}
