namespace SupervisorBot.GatewaySimulator;

/// <summary>The faults that are events of the contact centre: what happens there in the moment in which a request arrives. Under the floor's lock.</summary>
internal sealed class Mishaps(ContactCentre centre, FaultBox faults)
{
    /// <summary>What happens to the caller's sign-in before the request is looked at.</summary>
    public void StrikeSignIn(OperationCall call)
    {
        if (call.AgentId is not { } id || centre.Floor.Agents.GetValueOrDefault(id) is not { Session: { } session } agent)
        {
            return;
        }

        if (faults.Take(FaultKind.GuidExpiresJustBefore, call) is not null)
        {
            session.Guids.Expire(centre.Floor.Now);
        }

        if (faults.Take(FaultKind.SignedOutJustBefore, call) is not null)
        {
            centre.Desk.SignOut(agent);
        }
        else if (faults.Take(FaultKind.SignedInElsewhereJustBefore, call) is not null)
        {
            centre.SignInElsewhere(agent);
        }
    }

    /// <summary>The call that a request is about: the named one, or the one that the named agent talks in.</summary>
    public Call? Subject(OperationCall call) =>
        call.WorkNo is { } workNo && centre.Floor.Agents.GetValueOrDefault(workNo) is { } target
            ? target.Calls.Find(live => live.Id == call.CallId) ?? target.Calls.FirstOrDefault()
            : null;

    /// <summary>What happens to the agent's call before the gateway acts.</summary>
    public void StrikeCall(OperationCall call)
    {
        if (Subject(call) is { } first && faults.Take(FaultKind.CallEndsJustBefore, call) is not null)
        {
            centre.Control.CustomerHangsUp(first);
        }

        if (Subject(call) is { } second && faults.Take(FaultKind.AgentHangsUpJustBefore, call) is not null)
        {
            centre.Control.TalkerHangsUp(second, PhoneState.AgentHungUp);
        }

        if (Subject(call) is { } third && faults.Take(FaultKind.CallTransferredJustBefore, call) is { } transfer)
        {
            centre.Control.TransferAway(third, centre.Somebody(third.Talker, isInspector: false, transfer.OtherWorkNo));
        }

        if (Subject(call) is { } fourth && faults.Take(FaultKind.OtherInspectorJustBefore, call) is { } other)
        {
            TakeOver(fourth, call, other);
        }
    }

    /// <summary>What happens to that call once the gateway has acted.</summary>
    public void StrikeAfterwards(OperationCall call, Call? subject)
    {
        if (subject is not null
            && centre.Floor.Calls.GetValueOrDefault(subject.Id) == subject
            && faults.Take(FaultKind.CallEndsJustAfter, call) is not null)
        {
            centre.Control.CustomerHangsUp(subject);
        }
    }

    private void TakeOver(Call live, OperationCall call, Fault fault)
    {
        var other = centre.Somebody(call.Caller!, isInspector: true, fault.OtherWorkNo) ?? centre.Recruit(call.Caller!.Vcc);
        if (!other.IsSignedIn)
        {
            centre.Desk.SitDown(other);
        }

        centre.Inspection.Seize(live, other);
    }
}
