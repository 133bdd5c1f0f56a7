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

    /// <summary>The inspector was muted.</summary>
    Muted,

    /// <summary>The customer hears the inspector again.</summary>
    Unmuted,

    /// <summary>A transfer was asked for.</summary>
    Transferring,

    /// <summary>What was asked for did not come about, or it is not known whether it did (<see cref="TalkView.Problem"/>); the talk goes on.</summary>
    NotChanged,

    /// <summary>The talk was transferred (<see cref="TalkView.TransferTo"/>).</summary>
    Transferred,

    /// <summary>The talk ended while a transfer was under way, and whether that came about is not known.</summary>
    EndedInTransfer,

    /// <summary>The customer hung up.</summary>
    EndedByCustomer,

    /// <summary>The inspector hung up, by command or by phone.</summary>
    EndedByInspector,

    /// <summary>The talk ended and the gateway's events do not tell who hung up.</summary>
    Ended,

    /// <summary>The session ended while the talk went on; what became of it is not known to the bot.</summary>
    LostSight,
}
