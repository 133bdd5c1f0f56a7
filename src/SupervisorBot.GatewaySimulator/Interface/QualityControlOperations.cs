using System.Globalization;

namespace SupervisorBot.GatewaySimulator;

/// <summary><c>qualitycontrol/…</c>: monitoring, intercepting and forcing. Each answers only with the codes that its page lists.</summary>
internal sealed class QualityControlOperations(ContactCentre centre, FaultBox faults)
{
    public const string InterceptName = "intercept";

    public IEnumerable<Operation> All =>
    [
        new("addSupervise", "PUT", "qualitycontrol/{agentid}/addsupervise/{workNo}", call => Attach(call, MonitoringMode.Listen)) { InspectsAnother = true },
        new("addInsert", "PUT", "qualitycontrol/{agentid}/addinsert/{workNo}", call => Attach(call, MonitoringMode.Insert)) { InspectsAnother = true },
        new("requestWhisperAgent", "POST", "qualitycontrol/{agentid}/requestwhisperagent", call => Attach(call, MonitoringMode.Whisper)) { InspectsAnother = true },
        new("requestStopWhisperAgent", "POST", "qualitycontrol/{agentid}/requeststopwhisperagent", StopWhisper) { InspectsAnother = true },
        new("switchSuperviseOrInsert", "POST", "qualitycontrol/{agentid}/switch/{workNo}", Switch) { InspectsAnother = true },
        new("requestSwitchInsertWhisperAgent", "POST", "qualitycontrol/{agentid}/requestswitchinsertwhisperagent", SwitchTo) { InspectsAnother = true },
        new(InterceptName, "PUT", "qualitycontrol/{agentid}/intercept/{workNo}", Intercept) { InspectsAnother = true },
        new(InterceptName, "PUT", "qualitycontrol/{agentid}/intercept/{workNo}/{callId}", Intercept) { InspectsAnother = true },
        new("stopSuperviseOrInsert", "DELETE", "qualitycontrol/{agentid}/{workNo}", Stop) { InspectsAnother = true },
        new("forceBusy", "POST", "qualitycontrol/{agentid}/forcebusy/{workNo}", call => Force(call, new ForcedState(AgentState.Busy, EventType.ForceSetNotReady, null))) { InspectsAnother = true },
        new("forceIdle", "POST", "qualitycontrol/{agentid}/forceidle/{workNo}", call => Force(call, new ForcedState(AgentState.Idle, EventType.ForceReady, null))) { InspectsAnother = true },
        new("forceLogOutAgent", "POST", "qualitycontrol/{agentid}/forcelogout/{workNo}", ForceSignOut) { InspectsAnother = true },
        new("forceRest", "POST", "qualitycontrol/{agentid}/forcerest/{workNo}/{time}/{reason}", ForceRest) { InspectsAnother = true },
        new("forceDropCall", "POST", "qualitycontrol/{agentid}/forcedropcall/{callid}", ForceDropCall),
    ];

    private Agent? Target(OperationCall call) => call.WorkNo is { } workNo ? centre.Floor.Agents.GetValueOrDefault(workNo) : null;

    /// <summary>
    /// Listen and insert know 900-005 for an inspector who is not idle, but no code of their own for an unknown agent (cec_07_2402);
    /// whisper knows 900-004 for an unknown agent, but no 900-005 (cec_07_0446).
    /// </summary>
    private Answer Attach(OperationCall call, MonitoringMode mode)
    {
        var inspector = call.Caller!;
        var target = Target(call);
        var isWhisper = mode == MonitoringMode.Whisper;
        if (isWhisper && inspector.IsInspector && target is null)
        {
            return Answer.Refused(RetCode.InspectionNoInformation);
        }

        if (!centre.Inspection.HasRight(inspector, target))
        {
            return Answer.Refused(RetCode.InspectionNoRight);
        }

        if (inspector.State != AgentState.Idle)
        {
            return Answer.Refused(isWhisper ? RetCode.InspectionResourceUnavailable : RetCode.InspectionWrongState);
        }

        if (target!.Calls.Count == 0)
        {
            return Answer.Refused(RetCode.InspectionResourceUnavailable);
        }

        centre.Inspection.Attach(inspector, target, mode, picksUp: faults.Take(FaultKind.PhoneNotPickedUp, call) is null);
        return Answer.Done();
    }

    private Answer Intercept(OperationCall call)
    {
        var inspector = call.Caller!;
        var target = Target(call);
        if (!centre.Inspection.HasRight(inspector, target))
        {
            return Answer.Refused(RetCode.InspectionNoRight);
        }

        if (inspector.Monitoring is not { OffHook: true } monitoring || monitoring.Target != target || Wanted(target!, call.CallId) is not { } wanted)
        {
            return Answer.Refused(RetCode.InspectionResourceUnavailable);
        }

        if (faults.Take(FaultKind.InterceptNotCarriedOut, call) is null)
        {
            centre.Inspection.Intercept(monitoring, wanted, talkingEvent: faults.Take(FaultKind.NoTalkingEvent, call) is null);
        }

        return Answer.Done();
    }

    /// <summary>The named call if it is the target's; without a name, the one being talked.</summary>
    private Call? Wanted(Agent target, string? callId)
    {
        var wanted = callId is null ? target.ActiveCall ?? target.Calls.FirstOrDefault() : target.Calls.Find(call => call.Id == callId);
        return wanted is { OnHold: true } && !centre.Floor.Options.InterceptHeldCalls ? null : wanted;
    }

    private Answer Stop(OperationCall call) => OnOwnMonitoring(
        call,
        monitoring => monitoring.Mode != MonitoringMode.Whisper,
        monitoring => centre.Inspection.Detach(monitoring));

    private Answer StopWhisper(OperationCall call) => OnOwnMonitoring(
        call,
        monitoring => monitoring.Mode == MonitoringMode.Whisper,
        monitoring => centre.Inspection.Detach(monitoring));

    private Answer Switch(OperationCall call) => OnOwnMonitoring(
        call,
        monitoring => monitoring.OffHook && monitoring.Mode != MonitoringMode.Whisper,
        monitoring => centre.Inspection.ChangeMode(
            monitoring,
            monitoring.Mode == MonitoringMode.Listen ? MonitoringMode.Insert : MonitoringMode.Listen));

    private Answer SwitchTo(OperationCall call)
    {
        MonitoringMode? mode = call.Query("switchtype") switch
        {
            "0" => MonitoringMode.Listen,
            "1" => MonitoringMode.Insert,
            "2" => MonitoringMode.Whisper,
            _ => null,
        };
        if (mode is not { } chosen)
        {
            return Answer.Refused(RetCode.BadParameter);
        }

        return OnOwnMonitoring(call, monitoring => monitoring.OffHook, monitoring => centre.Inspection.ChangeMode(monitoring, chosen));
    }

    private Answer OnOwnMonitoring(OperationCall call, Func<Monitoring, bool> condition, Action<Monitoring> act)
    {
        // The whispered-at agent's id is optional: without one it is the agent being monitored.
        var monitoring = call.Caller!.Monitoring;
        var target = call.WorkNoText is null ? monitoring?.Target : Target(call);
        if (!call.Caller.IsInspector || (target is not null && target.Vcc != call.Caller.Vcc))
        {
            return Answer.Refused(RetCode.InspectionNoRight);
        }

        if (monitoring is null || monitoring.Target != target || !condition(monitoring))
        {
            return Answer.Refused(RetCode.InspectionResourceUnavailable);
        }

        act(monitoring);
        return Answer.Done();
    }

    private Answer Force(OperationCall call, ForcedState forced)
    {
        var target = Target(call);
        return !centre.Inspection.HasRight(call.Caller!, target) ? Answer.Refused(RetCode.InspectionNoRight)
            : centre.Desk.TryForce(target!, forced) ? Answer.Done()
            : Answer.Refused(RetCode.InspectionResourceUnavailable);
    }

    private Answer ForceRest(OperationCall call)
    {
        if (!OnlineAgentOperations.IsWithin(call.Route("time"), 1, 86_399) || !OnlineAgentOperations.IsWithin(call.Route("reason"), 1, 255))
        {
            return Answer.Refused(RetCode.BadParameter);
        }

        var time = TimeSpan.FromSeconds(int.Parse(call.Route("time")!, CultureInfo.InvariantCulture));
        return Force(call, new ForcedState(AgentState.Rest, EventType.SetRest, time));
    }

    private Answer ForceSignOut(OperationCall call)
    {
        var target = Target(call);
        if (!centre.Inspection.HasRight(call.Caller!, target))
        {
            return Answer.Refused(RetCode.InspectionNoRight);
        }

        if (!target!.IsSignedIn)
        {
            return Answer.Refused(RetCode.InspectionResourceUnavailable);
        }

        centre.Desk.SignOut(target);
        return Answer.Done();
    }

    private Answer ForceDropCall(OperationCall call)
    {
        if (!centre.Floor.Calls.TryGetValue(call.CallId!, out var live))
        {
            return Answer.Refused(call.Caller!.IsInspector ? RetCode.InspectionResourceUnavailable : RetCode.InspectionNoRight);
        }

        if (live.Talker != call.Caller && !centre.Inspection.HasRight(call.Caller!, live.Talker))
        {
            return Answer.Refused(RetCode.InspectionNoRight);
        }

        centre.Control.TalkerHangsUp(live, PhoneState.PlatformHungUp);
        return Answer.Done();
    }
}
