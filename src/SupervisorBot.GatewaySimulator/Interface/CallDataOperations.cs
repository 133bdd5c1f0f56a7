using System.Text.Json.Nodes;

namespace SupervisorBot.GatewaySimulator;

/// <summary><c>calldata/…</c>: call ids and what is known of a call.</summary>
internal sealed class CallDataOperations(ContactCentre centre)
{
    public IEnumerable<Operation> All =>
    [
        new("queryAllCallInfoByAgentWorkNoEx", "GET", "calldata/{agentid}/allcallinfoEx/{workNo}", CallIdsOf),
        new("queryCallInfoByCallId", "GET", "calldata/{agentid}/callinfobycallid/{callid}", CallInfo),
        new("queryAllCallId", "GET", "calldata/{agentid}/allcallid", call => Answer.Ok(Ids(call.Caller!))),
        new("queryCallInfo", "GET", "calldata/{agentid}/callinfo", OwnCall),
        new("queryHoldList", "GET", "calldata/{agentid}/holdlist", call => HeldBy(call.Caller!)),
        new("queryHoldListEx", "GET", "calldata/{agentid}/holdlistex/{workNo}", HoldListOf),
    ];

    private static JsonArray Ids(Agent agent) => new([.. agent.Calls.Select(call => JsonValue.Create(call.Id))]);

    /// <summary>What cec_07_1266 documents of a call.</summary>
    private static JsonObject Info(Call call) => new()
    {
        ["callfeature"] = call.Feature,
        ["callid"] = call.Id,
        ["caller"] = call.Caller,
        ["called"] = call.Called,
        ["callskill"] = call.Talker.Group.Name,
        ["callskillid"] = call.Talker.Group.SkillId,
        ["orgicallednum"] = call.Called,
        ["calldata"] = "",
        ["begintime"] = call.BeganAt.ToUnixTimeMilliseconds(),
        ["endtime"] = 0,
        ["userPriority"] = 0,
        ["trunkNo"] = 65535,
        ["logontimes"] = 0,
        ["mediaType"] = 5,
    };

    private static Answer OwnCall(OperationCall call)
    {
        var agent = call.Caller!;
        var own = agent.Calls.FirstOrDefault() ?? (call.Query("isNoContainLastCall") == "true" ? null : agent.LastCall);
        return own is null ? Answer.Refused(RetCode.NoSuchCall) : Answer.Ok(Info(own));
    }

    private static Answer HeldBy(Agent agent)
    {
        var held = agent.Calls.Where(own => own.OnHold).Select(Info).ToArray();
        return held.Length == 0 ? Answer.Refused(RetCode.NothingHeld) : Answer.Ok(new JsonArray(held));
    }

    /// <summary>Another agent's call ids are for inspectors of the same VCC (cec_07_0425).</summary>
    private Answer CallIdsOf(OperationCall call)
    {
        var agent = centre.Floor.Agents.GetValueOrDefault(call.WorkNo!.Value);
        return agent is not null && agent.Vcc == call.Caller!.Vcc && (agent == call.Caller || call.Caller.IsInspector)
            ? Answer.Ok(Ids(agent))
            : Answer.Refused(RetCode.InspectionNoRight);
    }

    /// <summary>Another agent's held calls are for inspectors of the same VCC (cec_07_0430).</summary>
    private Answer HoldListOf(OperationCall call)
    {
        var agent = centre.Floor.Agents.GetValueOrDefault(call.WorkNo!.Value);
        return agent is not null && agent.Vcc == call.Caller!.Vcc && (agent == call.Caller || call.Caller.IsInspector)
            ? HeldBy(agent)
            : Answer.Refused(RetCode.InspectionNoRight);
    }

    private Answer CallInfo(OperationCall call)
    {
        var found = centre.Floor.Calls.GetValueOrDefault(call.CallId!);
        return found is not null && found.Talker.Vcc == call.Caller!.Vcc && (found.Talker == call.Caller || call.Caller.IsInspector)
            ? Answer.Ok(Info(found))
            : Answer.Refused(RetCode.NoSuchCall);
    }
}
