namespace SupervisorBot.Supervision.Talk;

/// <summary>What changed in a talk.</summary>
public enum TalkChange
{
    /// <summary>The talk began (AgentEvent_Talking).</summary>
    Began,

    /// <summary>The recording began (AgentMediaEvent_Record).</summary>
    RecordingBegan,

    /// <summary>The recording failed (AgentMediaEvent_Record_Fail).</summary>
    RecordingFailed,

    /// <summary>The customer was put on hold (AgentEvent_Hold).</summary>
    Held,

    /// <summary>The customer was taken back from hold.</summary>
    Resumed,

    /// <summary>The customer hung up.</summary>
    EndedByCustomer,

    /// <summary>The inspector hung up, by command or by phone.</summary>
    EndedByInspector,

    /// <summary>The talk ended and the gateway's events do not tell who hung up.</summary>
    Ended,

    /// <summary>The session ended while the talk went on; what became of it is not known to the bot.</summary>
    LostSight,
}
