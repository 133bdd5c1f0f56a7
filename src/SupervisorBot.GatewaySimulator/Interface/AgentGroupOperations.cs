using System.Globalization;
using System.Text.Json.Nodes;

namespace SupervisorBot.GatewaySimulator;

/// <summary><c>agentgroup/…</c>: who is there, in which group, in which state. Only one's own VCC is seen.</summary>
internal sealed class AgentGroupOperations(ContactCentre centre)
{
    public IEnumerable<Operation> All =>
    [
        new("isCensor", "GET", "agentgroup/{agentid}/iscensor", call => Answer.Ok(call.Caller!.IsInspector)),
        new("queryAllAgentStatus", "GET", "agentgroup/{agentid}/allagentstatus", AllAgentStatus),
        new("queryOnlineAgentOnVdn", "GET", "agentgroup/{agentid}/onlineagentonvdn", OnlineAgents),
        new("queryAgentByWorkNo", "GET", "agentgroup/{agentid}/agentbyworkno/{workNo}", AgentByWorkNo),
        new("queryAgentOnGroupEx", "GET", "agentgroup/{agentid}/agentongroupex", AgentsOfGroup),
        new("queryGroupOnVdn", "GET", "agentgroup/{agentid}/grouponvdn", _ => Answer.Ok(new JsonArray([.. AgentGroup.All.Select(Entry)]))),
        new("queryIdleAgent", "GET", "agentgroup/{agentid}/idleagent", IdleAgents),
    ];

    private static JsonNode Entry(AgentGroup group) => new JsonObject
    {
        ["id"] = group.Id,
        ["name"] = group.Name,
        ["monitorno"] = "",
        ["monitorname"] = "",
    };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static JsonNode Short(Agent agent) => new JsonObject { ["workno"] = Text(agent.WorkNo), ["name"] = agent.Name };

    private static JsonNode Listed(Agent agent) => new JsonObject
    {
        ["workno"] = Text(agent.WorkNo),
        ["name"] = agent.Name,
        ["status"] = Text(AgentStateCodes.Gateway(agent.State)),
        ["ctiStatus"] = Text(AgentStateCodes.Cti(agent.State)),
        ["groupId"] = Text(agent.Group.Id),
        ["groupName"] = agent.Group.Name,
    };

    private IEnumerable<Agent> OwnVcc(OperationCall call) => centre.Floor.Agents.Values.Where(agent => agent.Vcc == call.Caller!.Vcc);

    /// <summary>The entry that agentbyworkno documents (cec_07_0415); status and ctiStatus are text, as in its sample.</summary>
    private JsonNode Detailed(Agent agent) => new JsonObject
    {
        ["workno"] = Text(agent.WorkNo),
        ["name"] = agent.Name,
        ["status"] = Text(AgentStateCodes.Gateway(agent.State)),
        ["ctiStatus"] = Text(AgentStateCodes.Cti(agent.State)),
        ["groupid"] = agent.Group.Id,
        ["groupname"] = agent.Group.Name,
        ["skilllist"] = new JsonArray(new JsonObject { ["name"] = agent.Group.Name, ["id"] = agent.Group.SkillId, ["mediatype"] = 5 }),
        ["callids"] = new JsonArray(),
        ["mediatype"] = "TTT",
        ["vdnid"] = agent.Vcc,
        ["phonenumber"] = agent.IsSignedIn ? agent.Phone : "",
        ["currentstatetime"] = (long)(centre.Floor.Now - agent.StateSince).TotalSeconds,
        ["logindate"] = agent.IsSignedIn ? agent.LoginTime.ToUnixTimeMilliseconds() : 0,
        ["inMultimediaConf"] = 0,
        ["currentStateReason"] = 0,
    };

    private Answer Unserved() => Answer.Refused(RetCode.UrlNotFound) with { Status = centre.Floor.Options.UnservedAnswersHttp404 ? 404 : 200 };

    private Answer AllAgentStatus(OperationCall call) => centre.Floor.Options.ServeAllAgentStatus
        ? Answer.Ok(new JsonArray([.. OwnVcc(call).Select(Listed)]))
        : Unserved();

    private Answer OnlineAgents(OperationCall call) => centre.Floor.Options.ServeOnlineAgentOnVdn
        ? Answer.Ok(new JsonArray([.. OwnVcc(call).Where(agent => agent.IsSignedIn).Select(Detailed)]))
        : Unserved();

    private Answer IdleAgents(OperationCall call) =>
        Answer.Ok(new JsonArray([.. OwnVcc(call).Where(agent => agent.State == AgentState.Idle).Select(Short)]));

    private Answer AgentByWorkNo(OperationCall call)
    {
        var agent = centre.Floor.Agents.GetValueOrDefault(call.WorkNo!.Value);
        return agent is null || agent.Vcc != call.Caller!.Vcc ? Answer.Refused(RetCode.NoSuchAgent) : Answer.Ok(Detailed(agent));
    }

    private Answer AgentsOfGroup(OperationCall call)
    {
        if (AgentGroup.All.FirstOrDefault(group => Text(group.Id) == call.Query("groupid")) is not { } wanted)
        {
            return Answer.Refused(RetCode.NoSuchGroup);
        }

        return Answer.Ok(new JsonArray([.. OwnVcc(call).Where(agent => agent.Group == wanted).Select(Detailed)]));
    }
}
