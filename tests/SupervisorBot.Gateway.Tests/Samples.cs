namespace SupervisorBot.Gateway.Tests;

/// <summary>Answers as gateways write them.</summary>
internal static class Samples
{
    /// <summary>Events, one of each kind that is read.</summary>
    public static IReadOnlyList<string> Events { get; } =
    [
        """{"eventType":"AgentEvent_Talking","workNo":"200","eventGenTime":1477393325123,"content":{"caller":"13800001234","called":8001,"callid":"1477393325-164","type":"main","feature":"7","mediaAbility":"1"}}""",
        """{"eventType":"AgentEvent_Ringing","workNo":"200","content":{"callid":"1-1","caller":"1","called":"2","feature":"0","mediaType":5,"transfer":"no"}}""",
        """{"eventType":"AgentEvent_Auto_Answer","workNo":200,"content":{"callid":"1-1","caller":"1","called":"2","feature":"0"}}""",
        """{"eventType":"AgentEvent_Call_Release","workNo":"200","content":"1-1"}""",
        """{"eventType":"AgentEvent_Customer_Release","workNo":"200","content":{"callid":"1-1","number":13800001234}}""",
        """{"eventType":"AgentEvent_Hold","workNo":"200","content":"1-1"}""",
        """{"eventType":"AgentEvent_Conference","workNo":"200","content":{"callid":"1-1","partner":"A301,13800001234"}}""",
        """{"eventType":"AgentMediaEvent_Record","workNo":"200","content":{"taskId":1,"callId":"1-1","recordID":"r1","locationId":"1","fileMediaType":2}}""",
        """{"eventType":"AgentMediaEvent_Record_Fail","workNo":"200","content":{"callId":"1-1"}}""",
        """{"eventType":"AgentMediaEvent_StopRecordDone","workNo":"200","content":{"beginTime":"1477393325123","endTime":1477393325}}""",
        """{"eventType":"AgentState_Ready","workNo":"200","content":null}""",
        """{"eventType":"AgentOther_PhoneAlerting","workNo":"200","content":null}""",
        """{"eventType":"AgentOther_PhoneOffhook","workNo":"200","content":{"type":"main"}}""",
        """{"eventType":"AgentOther_PhoneRelease","workNo":"200","content":{"phoneState":3}}""",
        """{"eventType":"AgentOther_ShutdownService","workNo":"200","content":{"loginTime":"1477393325123"}}""",
        """{"eventType":"AgentOther_BeQcStart","workNo":"200","content":{"qcType":8,"qcAgentId":201}}""",
        """{"eventType":"AgentOther_BeQcStop","workNo":"200","content":{"qcType":"20172","qcAgentId":"201"}}""",
        """{"eventType":"QC_AgentState_Notify","workNo":"200","content":{"subtype":"QC_AgentState_Login","monitoredagent":"301","agentname":"王小明"}}""",
    ];

    /// <summary>Results of operations and queries.</summary>
    public static IReadOnlyList<string> Results { get; } =
    [
        "{}",
        "true",
        """{"agentState":4,"isWorking":false}""",
        """["1456297722-1253",{"callid":"1456297463-1249"}]""",
        """{"callid":"1-1","caller":"13800001234","called":8001,"callfeature":0,"begintime":1477393325000,"callskill":"Billing","orgicallednum":"800"}""",
        """[{"workno":"301","name":"王小明","status":"7","ctiStatus":5,"groupid":1,"groupname":"Sales","currentstatetime":12}]""",
        """{"vdnid":1,"workno":"200","loginTime":"1477393325123","isForceChange":"false","serverName":"AgentGateway0","timeRemaining":"12"}""",
    ];

    /// <summary>Whole answers.</summary>
    public static IReadOnlyList<string> Answers { get; } =
    [
        .. Events.Select(item => $$"""{"message":"","retcode":"0","event":{{item}}}"""),
        .. Results.Select(item => $$"""{"message":"success","retcode":"0","result":{{item}}}"""),
        """{"message":"no call can be droped","retcode":"200-025"}""",
    ];
}
