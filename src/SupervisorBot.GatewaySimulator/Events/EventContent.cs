using System.Globalization;
using System.Text.Json.Nodes;

namespace SupervisorBot.GatewaySimulator;

/// <summary>
/// The contents of events, in the documents' exact spelling: mostly <c>callid</c>, but <c>callId</c> in recording events; numbers
/// as text where the samples have text.
/// </summary>
internal static class EventContent
{
    /// <summary>AgentEvent_Talking (cec_07_1355).</summary>
    public static JsonObject Talking(Call call) => new()
    {
        ["caller"] = call.Caller,
        ["called"] = call.Called,
        ["callid"] = call.Id,
        ["type"] = "main",
        ["feature"] = call.Feature.ToString(CultureInfo.InvariantCulture),
        ["mediaAbility"] = "1",
    };

    /// <summary>AgentEvent_Ringing and AgentEvent_Auto_Answer (cec_07_0513, cec_07_0512).</summary>
    public static JsonObject Ringing(Call call)
    {
        var content = Talking(call);
        content["mediaType"] = 5;
        content["transfer"] = "no";
        content["transfrom"] = "";
        return content;
    }

    /// <summary>AgentMediaEvent_Record (cec_07_1381).</summary>
    public static JsonObject Record(Call call, long taskId, DateTimeOffset since)
    {
        var stamp = since.ToString("yyyyMMdd't'HHmmss", CultureInfo.InvariantCulture);
        return new()
        {
            ["taskId"] = taskId,
            ["caller"] = call.Caller,
            ["called"] = call.Called,
            ["recordID"] = $"{stamp}_{taskId}",
            ["locationId"] = "1",
            ["fileName"] = $"Y:/{call.Talker.Vcc}/0/{stamp[..8]}/{call.Talker.WorkNo}/{taskId}.V3",
            ["fileMediaType"] = "1",
            ["callId"] = call.Id,
        };
    }

    /// <summary>AgentMediaEvent_StopRecordDone (cec_07_0531).</summary>
    public static JsonObject StopRecordDone(long taskId, DateTimeOffset since, DateTimeOffset until) => new()
    {
        ["beginTime"] = since.ToUnixTimeMilliseconds(),
        ["endTime"] = until.ToUnixTimeMilliseconds(),
        ["taskId"] = taskId,
        ["fileMediaType"] = "1",
        ["recordFormat"] = 0,
    };

    /// <summary>AgentEvent_Customer_Release (cec_07_1364).</summary>
    public static JsonObject CustomerRelease(string callId, string customerNumber) => new() { ["callid"] = callId, ["number"] = customerNumber };

    /// <summary>AgentOther_PhoneRelease (cec_07_0546).</summary>
    public static JsonObject PhoneRelease(int phoneState) => new() { ["phoneState"] = phoneState };

    /// <summary>AgentOther_PhoneOffhook (cec_07_0547).</summary>
    public static JsonObject PhoneOffhook() => new() { ["type"] = "main" };

    /// <summary>QC_AgentState_Notify (cec_07_0541).</summary>
    public static JsonObject SignInNotice(Agent agent, bool signedIn) => new()
    {
        ["subtype"] = signedIn ? "QC_AgentState_Login" : "QC_AgentState_Logout",
        ["monitoredagent"] = agent.WorkNo.ToString(CultureInfo.InvariantCulture),
        ["agentname"] = agent.Name,
        ["mediaserver"] = "CTI",
    };

    /// <summary>AgentOther_BeQcStart and AgentOther_BeQcStop (cec_07_0542, cec_07_0543); qcAgentId is the inspector.</summary>
    public static JsonObject QualityControl(Monitoring monitoring) => new()
    {
        ["qcType"] = monitoring.QcType,
        ["qcAgentId"] = monitoring.Inspector.WorkNo,
    };
}
