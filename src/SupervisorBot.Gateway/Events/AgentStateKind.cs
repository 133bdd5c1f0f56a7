namespace SupervisorBot.Gateway.Events;

/// <summary>What an <see cref="AgentStateEvent"/> tells; each is named after the event AgentState_….</summary>
public enum AgentStateKind
{
    /// <summary>A member of the family that is not listed here; the event's type names it.</summary>
    Other,

    /// <summary>Ready: the agent is idle.</summary>
    Ready,

    /// <summary>Force_Ready: an inspector made the agent idle.</summary>
    ForceReady,

    /// <summary>Busy: the agent is reserved or occupied by a call or an inspection.</summary>
    Busy,

    /// <summary>SetNotReady_Success: the agent set itself busy.</summary>
    SetNotReady,

    /// <summary>Force_SetNotReady: an inspector made the agent busy.</summary>
    ForceSetNotReady,

    /// <summary>CancelNotReady_Success: the agent is no longer busy.</summary>
    CancelNotReady,

    /// <summary>Work: the agent is in wrap-up after a call.</summary>
    Work,

    /// <summary>SetWork_Success: the agent went into wrap-up.</summary>
    SetWork,

    /// <summary>CancelWork_Success: the agent left wrap-up.</summary>
    CancelWork,

    /// <summary>SetRest_Success: the agent rests.</summary>
    SetRest,

    /// <summary>Rest_Timeout: the rest has lasted too long.</summary>
    RestTimeout,

    /// <summary>CancelRest_Success: the agent no longer rests.</summary>
    CancelRest,
}
