namespace SupervisorBot.Gateway.Agents;

/// <summary>Which interface of the gateway a roster was read from. Gateways differ in what they serve.</summary>
public enum RosterSource
{
    /// <summary>allagentstatus: every agent of the VCC with name and state in one answer; newer gateways may not serve it.</summary>
    AllAgentStatus,

    /// <summary>onlineagentonvdn: the signed-in agents of the VCC, with agentbyworkno for what it leaves out.</summary>
    OnlineAgentOnVdn,

    /// <summary>agentbyworkno (cec_07_0415) over the work numbers of the configured teams.</summary>
    AgentByWorkNo,
}
