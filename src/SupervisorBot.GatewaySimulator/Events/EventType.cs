namespace SupervisorBot.GatewaySimulator;

/// <summary>The names of the events, spelt as in the documents.</summary>
internal static class EventType
{
    public const string InService = "AgentOther_InService";
    public const string Ready = "AgentState_Ready";
    public const string ForceReady = "AgentState_Force_Ready";
    public const string Busy = "AgentState_Busy";
    public const string SetNotReady = "AgentState_SetNotReady_Success";
    public const string ForceSetNotReady = "AgentState_Force_SetNotReady";
    public const string CancelNotReady = "AgentState_CancelNotReady_Success";
    public const string Work = "AgentState_Work";
    public const string SetWork = "AgentState_SetWork_Success";
    public const string CancelWork = "AgentState_CancelWork_Success";
    public const string SetRest = "AgentState_SetRest_Success";
    public const string RestTimeout = "AgentState_Rest_Timeout";
    public const string CancelRest = "AgentState_CancelRest_Success";
    public const string PhoneAlerting = "AgentOther_PhoneAlerting";
    public const string PhoneOffhook = "AgentOther_PhoneOffhook";
    public const string PhoneRelease = "AgentOther_PhoneRelease";
    public const string BeQcStart = "AgentOther_BeQcStart";
    public const string BeQcStop = "AgentOther_BeQcStop";
    public const string QcAgentStateNotify = "QC_AgentState_Notify";
    public const string AutoAnswer = "AgentEvent_Auto_Answer";
    public const string Ringing = "AgentEvent_Ringing";
    public const string Talking = "AgentEvent_Talking";
    public const string Hold = "AgentEvent_Hold";
    public const string CallRelease = "AgentEvent_Call_Release";
    public const string CustomerRelease = "AgentEvent_Customer_Release";
    public const string Record = "AgentMediaEvent_Record";
    public const string StopRecordDone = "AgentMediaEvent_StopRecordDone";
}
