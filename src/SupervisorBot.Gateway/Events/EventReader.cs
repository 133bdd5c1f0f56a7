using System.Text.Json;
using SupervisorBot.Gateway.Calls;
using SupervisorBot.Gateway.Http;

namespace SupervisorBot.Gateway.Events;

/// <summary>
/// Reads an event. What it does not know, or what has not the known shape, it keeps whole as an <see cref="UnknownEvent"/>.
/// </summary>
internal static class EventReader
{
    private const string StateFamily = "AgentState_";

    /// <summary>The event, or null for none.</summary>
    public static GatewayEvent? Read(JsonElement element)
    {
        if (LenientJson.IsNothing(element) || IsEmpty(element))
        {
            return null;
        }

        if (element.ValueKind == JsonValueKind.Array && element.GetArrayLength() == 1)
        {
            return Read(element[0]);
        }

        var type = LenientJson.Text(element, "eventType")?.Trim() ?? string.Empty;
        var header = new Header(type, LenientJson.Int(element, "workNo"), LenientJson.Time(element, "eventGenTime"));
        return ReadTyped(header, LenientJson.Member(element, "content"))
            ?? new UnknownEvent(type, header.WorkNo, header.At, element.GetRawText());
    }

    private static GatewayEvent? ReadTyped(Header header, JsonElement content) => header.Type switch
    {
        "AgentEvent_Talking" or "AgentEvent_Ringing" or "AgentEvent_Auto_Answer" or "AgentEvent_Call_Release" or "AgentEvent_Customer_Release"
            or "AgentEvent_Hold" or "AgentEvent_Conference" => ReadCall(header, content),
        "AgentMediaEvent_Record" => new RecordEvent(header.Type, header.WorkNo, header.At, CallIdOf(content), LenientJson.Text(content, "recordID")),
        "AgentMediaEvent_Record_Fail" => new RecordFailedEvent(header.Type, header.WorkNo, header.At, CallIdOf(content)),
        "AgentMediaEvent_StopRecordDone" => new RecordStoppedEvent(
            header.Type, header.WorkNo, header.At, LenientJson.Time(content, "beginTime"), LenientJson.Time(content, "endTime")),
        "AgentOther_InService" => new InServiceEvent(header.Type, header.WorkNo, header.At),
        "AgentOther_ShutdownService" => new ShutdownEvent(header.Type, header.WorkNo, header.At, LenientJson.Time(content, "loginTime")),
        "AgentOther_BeQcStart" => new MonitoringStartedEvent(
            header.Type, header.WorkNo, header.At, LenientJson.Int(content, "qcType"), LenientJson.Int(content, "qcAgentId")),
        "AgentOther_BeQcStop" => new MonitoringStoppedEvent(
            header.Type, header.WorkNo, header.At, LenientJson.Int(content, "qcType"), LenientJson.Int(content, "qcAgentId")),
        "QC_AgentState_Notify" => ReadSignInNotice(header, content),
        _ when header.Type.StartsWith("AgentOther_Phone", StringComparison.Ordinal) => ReadPhone(header, content),
        _ when header.Type.StartsWith(StateFamily, StringComparison.Ordinal) => ReadState(header, content),
        _ => null,
    };

    private static GatewayEvent? ReadCall(Header header, JsonElement content)
    {
        // Some of these carry the call id as a plain text, the others in an object.
        if (CallIdOf(content) is not { } callId)
        {
            return null;
        }

        return header.Type switch
        {
            "AgentEvent_Talking" => new TalkingEvent(
                header.Type, header.WorkNo, header.At, callId, Number(content, "caller"), Number(content, "called"),
                LenientJson.Text(content, "type"), Feature(content), LenientJson.Int(content, "mediaAbility")),
            "AgentEvent_Ringing" or "AgentEvent_Auto_Answer" => new RingingEvent(
                header.Type, header.WorkNo, header.At, callId, Number(content, "caller"), Number(content, "called"),
                Feature(content), header.Type == "AgentEvent_Auto_Answer"),
            "AgentEvent_Call_Release" => new CallReleasedEvent(header.Type, header.WorkNo, header.At, callId),
            "AgentEvent_Customer_Release" => new CustomerReleasedEvent(header.Type, header.WorkNo, header.At, callId, Number(content, "number")),
            "AgentEvent_Hold" => new HoldEvent(header.Type, header.WorkNo, header.At, callId),
            _ => new ConferenceEvent(header.Type, header.WorkNo, header.At, callId, Partners(content)),
        };
    }

    private static GatewayEvent? ReadPhone(Header header, JsonElement content) => header.Type switch
    {
        "AgentOther_PhoneAlerting" => new PhoneAlertingEvent(header.Type, header.WorkNo, header.At),
        "AgentOther_PhoneOffhook" => new PhoneOffhookEvent(header.Type, header.WorkNo, header.At, LenientJson.Text(content, "type")),
        "AgentOther_PhoneRelease" => new PhoneReleaseEvent(header.Type, header.WorkNo, header.At, LenientJson.Int(content, "phoneState")),
        "AgentOther_PhoneBusy" => new PhoneBusyEvent(header.Type, header.WorkNo, header.At),
        _ => null,
    };

    private static AgentSignInNoticeEvent? ReadSignInNotice(Header header, JsonElement content)
    {
        var subtype = LenientJson.Text(content, "subtype")?.Trim();
        return subtype is "QC_AgentState_Login" or "QC_AgentState_Logout"
            ? new AgentSignInNoticeEvent(
                header.Type, header.WorkNo, header.At, LenientJson.Int(content, "monitoredagent"), LenientJson.Text(content, "agentname"),
                subtype == "QC_AgentState_Login")
            : null;
    }

    /// <summary>A member of the family that is not known here is kept whole when it carries something.</summary>
    private static AgentStateEvent? ReadState(Header header, JsonElement content)
    {
        var kind = header.Type[StateFamily.Length..] switch
        {
            "Ready" => AgentStateKind.Ready,
            "Force_Ready" => AgentStateKind.ForceReady,
            "Busy" => AgentStateKind.Busy,
            "SetNotReady_Success" => AgentStateKind.SetNotReady,
            "Force_SetNotReady" => AgentStateKind.ForceSetNotReady,
            "CancelNotReady_Success" => AgentStateKind.CancelNotReady,
            "Work" => AgentStateKind.Work,
            "SetWork_Success" => AgentStateKind.SetWork,
            "CancelWork_Success" => AgentStateKind.CancelWork,
            "SetRest_Success" => AgentStateKind.SetRest,
            "Rest_Timeout" => AgentStateKind.RestTimeout,
            "CancelRest_Success" => AgentStateKind.CancelRest,
            _ => AgentStateKind.Other,
        };
        return kind == AgentStateKind.Other && !LenientJson.IsNothing(content) ? null : new AgentStateEvent(header.Type, header.WorkNo, header.At, kind);
    }

    private static string? CallIdOf(JsonElement content)
    {
        var id = content.ValueKind == JsonValueKind.Object ? LenientJson.Text(content, "callid") : LenientJson.ToText(content);
        return string.IsNullOrWhiteSpace(id) ? null : id.Trim();
    }

    private static string Number(JsonElement content, string name) => LenientJson.Text(content, name)?.Trim() ?? string.Empty;

    private static CallFeature Feature(JsonElement content) => CallReader.ReadFeature(LenientJson.Member(content, "feature"));

    private static string[] Partners(JsonElement content) =>
        Number(content, "partner").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static bool IsEmpty(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => !element.EnumerateObject().Any(),
        JsonValueKind.Array => element.GetArrayLength() == 0,
        _ => false,
    };

    private readonly record struct Header(string Type, int? WorkNo, DateTimeOffset? At);
}
